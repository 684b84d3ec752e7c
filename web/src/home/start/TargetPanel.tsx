import { Button, SegmentedControl } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { ColumnProfile, DatasetRecord, Task } from '../../api.ts';
import { useLocale, useText } from '../../i18n/useText.ts';
import { Icon } from '../parts/Icon.tsx';
import { useNotices } from '../parts/Notices.tsx';
import { useFormat } from '../parts/useFormat.ts';
import { isAmbiguous, taskFor, type Candidate } from './candidates.ts';
import { makeAndRun } from './makeAndRun.ts';
import './TargetPanel.css';

type Props = {
  readonly dataset: DatasetRecord;
  readonly columns: readonly Candidate[];
  readonly rows: number;
  readonly target: Candidate | undefined;
  readonly profile: ColumnProfile | undefined;
  /** As the person wishes; undefined for what the values say. */
  readonly task: Task | undefined;
  readonly onTask: (task: Task) => void;
  readonly template: string | undefined;
};

/** With fewer rows the suggestion brings no neural network. */
const NETWORK_ROWS = 1000;

/** What will be made for the chosen column, and the button that makes and runs it. */
export function TargetPanel(props: Props): ReactNode {
  const { dataset, columns, rows, target, profile, onTask, template } = props;
  const say = useText();
  const locale = useLocale();
  const [, navigate] = useLocation();
  const { attempt } = useNotices();
  const [isMaking, setMaking] = useState(false);
  if (target === undefined) {
    return (
      <aside className="target-panel">
        <p>{say('home.start.noTarget')}</p>
      </aside>
    );
  }
  const task = props.task ?? taskFor(target);
  const left = columns.filter(
    (column) => column !== target && (column.isIdentifier || column.personal !== undefined),
  );
  const make = async (): Promise<void> => {
    setMaking(true);
    const ref = { dataset: dataset.name, hash: dataset.hash };
    await attempt(async () => {
      const { pipeline, run } = await makeAndRun({
        dataset: ref,
        target: target.name,
        task,
        template,
        locale,
      });
      navigate(`/pipelines/${pipeline}?run=${run}`);
    });
    setMaking(false);
  };
  return (
    <aside className="target-panel" aria-label={say('home.start.plan')}>
      <p className="quiet">{say('home.start.predict')}</p>
      <h2>{target.name}</h2>
      <TargetWords target={target} task={task} profile={profile} />
      {isAmbiguous(target) && template === undefined && (
        <SegmentedControl
          fullWidth
          aria-label={say('home.start.treatAs')}
          value={task}
          onChange={onTask}
          data={[
            { value: 'classification' as const, label: say('home.start.asCategory') },
            { value: 'regression' as const, label: say('home.start.asNumber') },
          ]}
        />
      )}
      <Plan task={task} rows={template === undefined ? rows : 0} left={left} />
      <Button
        size="md"
        fullWidth
        loading={isMaking}
        leftSection={<Icon name="play" />}
        onClick={() => void make()}
      >
        {say('home.start.make')}
      </Button>
    </aside>
  );
}

type PlanProps = {
  readonly task: Task;
  readonly rows: number;
  readonly left: readonly Candidate[];
};

/** What the pipeline will do, in three steps, and what it will not look at. */
function Plan({ task, rows, left }: PlanProps): ReactNode {
  const say = useText();
  const names = left.map(({ name }) => name).join(', ');
  const compare = rows >= NETWORK_ROWS ? 'home.plan.compareNetwork' : 'home.plan.compare';
  return (
    <ul className="target-plan">
      <li>
        <Icon name="done" />
        {say('home.plan.clean')}
      </li>
      <li>
        <Icon name="done" />
        {say('home.plan.split')}
      </li>
      <li>
        <Icon name="done" />
        {say(compare, { task })}
      </li>
      {left.length > 0 && (
        <li>
          <Icon name="cancelled" />
          {say('home.plan.left', { count: left.length, names })}
        </li>
      )}
    </ul>
  );
}

type WordsProps = {
  readonly target: Candidate;
  readonly task: Task;
  readonly profile: ColumnProfile | undefined;
};

function TargetWords({ target, task, profile }: WordsProps): ReactNode {
  const say = useText();
  const format = useFormat();
  if (task === 'classification') {
    const names = profile?.top?.slice(0, 4).map(({ value }) => value) ?? [];
    const more = target.distinct > names.length ? '…' : '';
    return (
      <p>
        {say('home.target.classes', { count: target.distinct })}
        {names.length > 0 && `: ${names.join(', ')}${more}`}
      </p>
    );
  }
  const numbers = profile?.numbers;
  return (
    <p>
      {numbers === undefined
        ? say('home.target.number')
        : say('home.target.range', {
            min: format.number(numbers.min),
            max: format.number(numbers.max),
          })}
    </p>
  );
}
