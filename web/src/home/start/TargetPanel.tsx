import { Button, SegmentedControl } from '@mantine/core';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { Pipeline } from '#schemas/types.ts';
import type { ColumnProfile, DatasetRecord, Task } from '../../api.ts';
import { useLocale, useText } from '../../i18n/useText.ts';
import { Icon } from '../../app/Icon.tsx';
import { useNotices } from '../parts/Notices.tsx';
import { useFormat } from '../parts/useFormat.ts';
import { useLoaded } from '../parts/useLoaded.ts';
import { isAmbiguous, taskFor, type Candidate } from './candidates.ts';
import { makeAndRun, propose, type Proposal, type Wish } from './proposal.ts';
import './TargetPanel.css';

type Props = {
  readonly dataset: DatasetRecord;
  readonly target: Candidate | undefined;
  readonly profile: ColumnProfile | undefined;
  /** As the person wishes; undefined for what the values say. */
  readonly task: Task | undefined;
  readonly onTask: (task: Task) => void;
  readonly template: string | undefined;
};

/** What will be made for the chosen column, and the button that makes and runs it. */
export function TargetPanel({ target, ...props }: Props): ReactNode {
  const say = useText();
  return (
    <aside className="target-panel" aria-label={say('home.start.plan')}>
      {target === undefined ? (
        <p>{say('home.start.noTarget')}</p>
      ) : (
        <Chosen {...props} target={target} key={target.name} />
      )}
    </aside>
  );
}

function Chosen(props: Omit<Props, 'target'> & { readonly target: Candidate }): ReactNode {
  const { dataset, target, profile, onTask, template } = props;
  const say = useText();
  const locale = useLocale();
  const [, navigate] = useLocation();
  const { attempt } = useNotices();
  const [isMaking, setMaking] = useState(false);
  const task = props.task ?? taskFor(target);
  const { name, hash } = dataset;
  const wish = useMemo((): Wish => {
    return { dataset: { dataset: name, hash }, target: target.name, task, template, locale };
  }, [name, hash, target.name, task, template, locale]);
  const load = useCallback((signal: AbortSignal) => propose(wish, signal), [wish]);
  const { value: proposal } = useLoaded(load);
  const make = async (): Promise<void> => {
    setMaking(true);
    await attempt(async () => {
      const { document } = proposal ?? (await propose(wish));
      const { pipeline, run } = await makeAndRun(document);
      navigate(`/pipelines/${pipeline}?run=${run}`);
    });
    setMaking(false);
  };
  return (
    <>
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
      <Plan task={task} proposal={proposal} />
      <Button
        size="md"
        fullWidth
        loading={isMaking}
        leftSection={<Icon name="play" />}
        onClick={() => void make()}
      >
        {say('home.start.make')}
      </Button>
    </>
  );
}

/** Where the pipeline does not say: the default of the node. */
const FOLDS = 5;

type PlanProps = { readonly task: Task; readonly proposal: Proposal | undefined };

/** What the pipeline will do, in three steps, and what it will not look at. */
function Plan({ task, proposal }: PlanProps): ReactNode {
  const say = useText();
  const nodes = proposal?.document.nodes ?? [];
  const left = proposal?.notLearned ?? [];
  const names = left.map(({ column }) => column).join(', ');
  const hasNetwork = nodes.some(({ type }) => type === 'neural-network');
  const compare = hasNetwork ? 'home.plan.compareNetwork' : 'home.plan.compare';
  return (
    <ul className="target-plan">
      <li>
        <Icon name="check" />
        {say('home.plan.clean')}
      </li>
      <li>
        <Icon name="check" />
        <Split document={proposal?.document} />
      </li>
      <li>
        <Icon name="check" />
        {say(compare, { task })}
      </li>
      {left.length > 0 && (
        <li>
          <Icon name="minus" className="target-left" />
          {say('home.plan.left', { count: left.length, names })}
        </li>
      )}
    </ul>
  );
}

/** How it will be checked what was learned. */
function Split({ document }: { readonly document: Pipeline | undefined }): ReactNode {
  const say = useText();
  const folds = foldsIn(document);
  if (folds !== undefined) return say('home.plan.folds', { count: folds });
  const split = document?.nodes.find(({ type }) => type === 'split-data')?.params;
  return split?.['by'] === 'time' && typeof split['time'] === 'string'
    ? say('home.plan.splitTime', { column: split['time'] })
    : say('home.plan.split');
}

/** How often a cross-validation of the pipeline learns and checks; undefined where there is none. */
function foldsIn(document: Pipeline | undefined): number | undefined {
  const node = document?.nodes.find(({ type }) => type === 'cross-validate');
  if (node === undefined) return undefined;
  const { folds } = node.params;
  return typeof folds === 'number' ? folds : FOLDS;
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
