import { useEffect, useState, type ReactNode } from 'react';
import { Link, Redirect } from 'wouter';
import { getRun, type RunSummary } from '../api.ts';

/** A run by its address: on its pipeline's canvas where it has one. */
export function RunPage({ id }: { readonly id: string }): ReactNode {
  const [run, setRun] = useState<RunSummary>();
  const [problem, setProblem] = useState('');
  useEffect(() => {
    const leaving = new AbortController();
    getRun(id, leaving.signal).then(setRun, (error: unknown) => {
      if (!leaving.signal.aborted) setProblem(error instanceof Error ? error.message : '');
    });
    return () => leaving.abort();
  }, [id]);
  if (problem !== '') return <p role="alert">{problem}</p>;
  if (run === undefined) return null;
  if (run.pipeline !== null) return <Redirect to={`/pipelines/${run.pipeline}?run=${id}`} />;
  return (
    <main>
      <h1>{run.name}</h1>
      <p>{run.status}</p>
      <Link href="/">Esteira</Link>
    </main>
  );
}
