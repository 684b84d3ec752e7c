import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import {
  getDataset,
  inspectDataset,
  type DatasetInspection,
  type DatasetRecord,
  type Task,
} from '../../api.ts';
import { useText } from '../../i18n/useText.ts';
import { Problem } from '../parts/Problem.tsx';
import { useFormat } from '../parts/useFormat.ts';
import { useLoaded } from '../parts/useLoaded.ts';
import { candidatesOf, inOrder, likelyTarget, taskOf } from './candidates.ts';
import { ColumnList } from './ColumnList.tsx';
import { HowRead } from './HowRead.tsx';
import { TargetPanel } from './TargetPanel.tsx';
import { startPath } from './startPath.ts';
import { useProfile } from './useProfile.ts';
import './PickTarget.css';

type Props = { readonly id: string; readonly template: string | undefined };

/** What the file holds, and which of its columns is to be predicted. */
export function PickTarget({ id, template }: Props): ReactNode {
  const say = useText();
  const load = useCallback(
    (signal: AbortSignal) =>
      Promise.all([getDataset(id, signal), inspectDataset(id, { limit: 20 }, signal)] as const),
    [id],
  );
  const { value, problem, reload } = useLoaded(load);
  if (problem !== undefined) {
    return (
      <>
        <h1>{say('home.start.file')}</h1>
        <Problem problem={problem} onRetry={reload} />
        <p>
          <Link href={startPath(template)}>{say('home.start.another')}</Link>
        </p>
      </>
    );
  }
  if (value === undefined) {
    return (
      <>
        <h1>{say('home.start.what')}</h1>
        <p role="status" className="quiet">
          {say('home.start.reading')}
        </p>
      </>
    );
  }
  const [dataset, inspection] = value;
  return <Columns dataset={dataset} inspection={inspection} template={template} />;
}

type ColumnsProps = {
  readonly dataset: DatasetRecord;
  readonly inspection: DatasetInspection;
  readonly template: string | undefined;
};

function Columns({ dataset, inspection, template }: ColumnsProps): ReactNode {
  const say = useText();
  const format = useFormat();
  const only = taskOf(template);
  const columns = useMemo(() => candidatesOf(inspection, only), [inspection, only]);
  const suggested = useMemo(() => likelyTarget(columns, only)?.name, [columns, only]);
  const ordered = useMemo(() => inOrder(columns, suggested), [columns, suggested]);
  const [target, setTarget] = useState(suggested);
  const [task, setTask] = useState<Task>();
  const profile = useProfile(dataset);
  const chosen = columns.find(({ name }) => name === target);
  return (
    <>
      <h1>{say('home.start.what')}</h1>
      <p className="pick-file">
        <strong>{dataset.name}</strong>
        <span className="quiet">
          {say('home.size', {
            rows: inspection.rowCount,
            columns: columns.length,
            bytes: format.bytes(dataset.bytes),
          })}
        </span>
        <Link href={startPath(template)}>{say('home.start.another')}</Link>
      </p>
      <div className="pick">
        <div>
          <ColumnList
            columns={ordered}
            rows={inspection.rowCount}
            profile={profile}
            suggested={suggested}
            target={target}
            task={only}
            onTarget={(name) => {
              setTarget(name);
              setTask(undefined);
            }}
          />
          <HowRead inspection={inspection} />
        </div>
        <TargetPanel
          dataset={dataset}
          target={chosen}
          profile={profile?.columns.find(({ name }) => name === target)}
          task={only ?? task}
          onTask={setTask}
          template={template}
        />
      </div>
    </>
  );
}
