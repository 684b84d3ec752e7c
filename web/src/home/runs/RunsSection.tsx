import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { Link, useSearchParams } from 'wouter';
import { listRuns } from '../../api.ts';
import { useText } from '../../i18n/useText.ts';
import { Empty } from '../parts/Empty.tsx';
import { RunsPicture } from '../parts/pictures.tsx';
import { Problem } from '../parts/Problem.tsx';
import { useKeptFresh } from '../parts/useKeptFresh.ts';
import { useLoaded } from '../parts/useLoaded.ts';
import { useTitle } from '../parts/useTitle.ts';
import { isActive, usePoll } from '../pipelines/usePipelines.ts';
import { ChosenRuns } from './ChosenRuns.tsx';
import { RunDrawer } from './RunDrawer.tsx';
import { RunTable } from './RunTable.tsx';

const LISTED = 200;

/** What ran, how it ended, how long it took, and who or what started it. */
export function RunsSection(): ReactNode {
  const say = useText();
  useTitle(say('home.section.runs'));
  const [query, setQuery] = useSearchParams();
  const pipeline = query.get('pipeline') ?? undefined;
  const load = useCallback(
    (signal: AbortSignal) =>
      listRuns({ ...(pipeline === undefined ? {} : { pipeline }), limit: LISTED }, signal),
    [pipeline],
  );
  const { value, problem, reload } = useLoaded(load);
  const isRunning = useMemo(() => value?.some(isActive) ?? false, [value]);
  usePoll(isRunning, reload);
  useKeptFresh(reload);
  const change = (name: string, to: string | undefined): void =>
    setQuery((before) => {
      const next = new URLSearchParams(before);
      if (to === undefined) next.delete(name);
      else next.set(name, to);
      return next;
    });
  const open = query.get('open');
  const opened = value?.find(({ id }) => id === open);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  // Two can be compared: a third takes the place of the first.
  const choose = (id: string): void =>
    setChosen((ids) =>
      ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id].slice(-2),
    );
  return (
    <>
      <h1>{say('home.section.runs')}</h1>
      {pipeline !== undefined && (
        <p className="runs-of quiet">
          {say('compare.runs')}. <Link href="/runs">{say('compare.allRuns')}</Link>
        </p>
      )}
      {problem !== undefined && <Problem problem={problem} onRetry={reload} />}
      {value?.length === 0 && (
        <Empty
          picture={<RunsPicture />}
          sentence={say('home.runs.empty')}
          action={<Link href="/start">{say('home.start.file')}</Link>}
        />
      )}
      {value !== undefined && value.length > 0 && (
        <RunTable
          runs={value}
          chosen={chosen}
          onChoose={choose}
          onOpen={(id) => change('open', id)}
        />
      )}
      <ChosenRuns
        runs={value?.filter(({ id }) => chosen.includes(id)) ?? []}
        onClear={() => setChosen([])}
      />
      {opened !== undefined && (
        <RunDrawer
          run={opened}
          onClose={() => change('open', undefined)}
          onChange={reload}
          onDeleted={() => {
            change('open', undefined);
            reload();
          }}
        />
      )}
    </>
  );
}
