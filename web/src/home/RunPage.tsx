import { useCallback, type ReactNode } from 'react';
import { Redirect } from 'wouter';
import { getRun } from '../api.ts';
import { HomeHeader } from './HomeHeader.tsx';
import { Problem } from './parts/Problem.tsx';
import { useLoaded } from './parts/useLoaded.ts';
import './home.css';

/** A run by its address: on its pipeline's canvas where it has one, else among the runs. */
export function RunPage({ id }: { readonly id: string }): ReactNode {
  const load = useCallback((signal: AbortSignal) => getRun(id, signal), [id]);
  const { value: run, problem, reload } = useLoaded(load);
  if (problem !== undefined) {
    return (
      <div className="home">
        <HomeHeader section="runs" />
        <main className="home-main">
          <Problem problem={problem} onRetry={reload} />
        </main>
      </div>
    );
  }
  if (run === undefined) return null;
  return run.pipeline === null ? (
    <Redirect to={`/runs?open=${id}`} replace />
  ) : (
    <Redirect to={`/pipelines/${run.pipeline}?run=${id}`} replace />
  );
}
