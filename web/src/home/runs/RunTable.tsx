import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RunSummary } from '../../api.ts';
import { useText } from '../../i18n/useText.ts';
import { HomeTable } from '../parts/HomeTable.tsx';
import { StatusMark } from '../parts/StatusMark.tsx';
import { useFormat } from '../parts/useFormat.ts';
import { RunGiven } from './RunGiven.tsx';
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
  return (
    <HomeTable
      heads={[
        ['compare.action', 'heard'],
        'home.name',
        'home.status',
        'home.best',
        ['home.duration', 'number'],
        'home.startedBy',
        'home.when',
      ]}
    >
      {runs.map((run) => (
        <Row
          key={run.id}
          run={run}
          isChosen={chosen.includes(run.id)}
          onChoose={() => onChoose(run.id)}
          onOpen={() => onOpen(run.id)}
        />
      ))}
    </HomeTable>
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
        <RunGiven run={run} />
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
