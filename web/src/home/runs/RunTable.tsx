import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RunSummary } from '../../api.ts';
import { useText } from '../../i18n/useText.ts';
import { StatusMark } from '../parts/StatusMark.tsx';
import { useFormat } from '../parts/useFormat.ts';
import { ScoreText } from './ScoreText.tsx';
import { useRunFacts } from './useRunFacts.ts';

type Props = {
  readonly runs: readonly RunSummary[];
  /** Ids of those that are to be compared. */
  readonly chosen: readonly string[];
  readonly onChoose: (id: string) => void;
  readonly onOpen: (id: string) => void;
};

/** What ran, how it ended, how long it took, and who or what started it; two of them can be compared. */
export function RunTable({ runs, chosen, onChoose, onOpen }: Props): ReactNode {
  const say = useText();
  return (
    <table className="home-table">
      <thead>
        <tr>
          <th className="run-choice">
            <span className="visually-hidden">{say('compare.action')}</span>
          </th>
          <th>{say('home.name')}</th>
          <th>{say('home.status')}</th>
          <th>{say('home.best')}</th>
          <th className="number">{say('home.duration')}</th>
          <th>{say('home.startedBy')}</th>
          <th>{say('home.when')}</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <Row
            key={run.id}
            run={run}
            isChosen={chosen.includes(run.id)}
            onChoose={() => onChoose(run.id)}
            onOpen={() => onOpen(run.id)}
          />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = {
  readonly run: RunSummary;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onOpen: () => void;
};

function Row({ run, isChosen, onChoose, onOpen }: RowProps): ReactNode {
  const say = useText();
  const format = useFormat();
  const facts = useRunFacts(run.id, run.status);
  const { startedAt, finishedAt, trigger } = run;
  const time = format.time(run.createdAt);
  return (
    <tr data-chosen={isChosen || undefined}>
      <td className="run-choice">
        <Checkbox
          size="xs"
          checked={isChosen}
          onChange={onChoose}
          aria-label={say('compare.choose', { name: run.name, time })}
        />
      </td>
      <td className="main-cell">
        <button type="button" className="home-link" onClick={onOpen}>
          {run.name}
        </button>
      </td>
      <td className="narrow">
        <StatusMark status={run.status} />
      </td>
      <td className="narrow">
        <ScoreText score={facts?.scores[0]} />
      </td>
      <td className="narrow number">
        {startedAt === null || finishedAt === null
          ? '—'
          : format.duration(Date.parse(finishedAt) - Date.parse(startedAt))}
      </td>
      <td className="narrow">{say('home.trigger', { trigger })}</td>
      <td className="narrow quiet" title={time}>
        {format.ago(run.createdAt)}
      </td>
    </tr>
  );
}
