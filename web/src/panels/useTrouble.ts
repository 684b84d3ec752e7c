import { useMemo } from 'react';
import type { ErrorData, Problem } from '#schemas/types.ts';
import { useEditor } from '../app/useEditor.ts';
import type { RunSlice } from '../store/state.ts';

export type Trouble = Pick<Problem, 'code' | 'params' | 'node' | 'path'>;

/** What is wrong with the graph, and what its last run stopped at and nobody has mended since. */
export function useTrouble(): readonly Trouble[] {
  const problems = useEditor(({ analysis }) => analysis.problems);
  const run = useEditor((state) => state.run);
  return useMemo(() => withFailures(problems, run), [problems, run]);
}

export function withFailures(
  problems: readonly Problem[],
  { current, steps, stale }: Pick<RunSlice, 'current' | 'steps' | 'stale'>,
): readonly Trouble[] {
  if (current?.status !== 'failed') return problems;
  const failures: Trouble[] = [];
  // A step within a subflow is told of by the node that holds it.
  for (const [node, { error }] of steps) {
    if (error === undefined || node.includes('/') || stale.has(node)) continue;
    const { code, params, path } = error;
    failures.push({
      code,
      params,
      node,
      ...(error.node === node && path !== undefined && { path }),
    });
  }
  const known = new Set(problems.map(({ node, code }) => `${node} ${code}`));
  const news = failures.filter(({ node, code }) => !known.has(`${node} ${code}`));
  const whole = failures.length === 0 ? ofRun(current.error) : [];
  return news.length + whole.length === 0 ? problems : [...whole, ...news, ...problems];
}

/** What stopped the whole run rather than one of its steps. */
const ofRun = (error: ErrorData | undefined): readonly Trouble[] =>
  error === undefined || error.node !== undefined
    ? []
    : [{ code: error.code, params: error.params }];
