import { expect, test } from 'vitest';
import type { Problem } from '#schemas/types.ts';
import type { RunSummary } from '../api.ts';
import type { RunSlice, StepState } from '../store/state.ts';
import { withFailures } from './useTrouble.ts';

const run = (status: RunSummary['status'], error?: RunSummary['error']): RunSummary => ({
  id: 'r',
  name: 'A run',
  pipeline: 'p',
  status,
  params: {},
  targets: null,
  seed: 1,
  attempt: 1,
  trigger: 'person',
  actor: 'local',
  version: null,
  createdAt: '2025-01-01T00:00:00Z',
  startedAt: null,
  finishedAt: null,
  ...(error && { error }),
});

const failed = (code: string, node: string): StepState => ({
  status: 'failed',
  curve: [],
  log: [],
  error: { code, kind: 'user', params: {}, node },
});

const slice = (
  current: RunSummary,
  steps: Readonly<Record<string, StepState>>,
  stale: readonly string[] = [],
): Pick<RunSlice, 'current' | 'steps' | 'stale'> => ({
  current,
  steps: new Map(Object.entries(steps)),
  stale: new Set(stale),
});

const told = { code: 'target-not-set', node: 'b', params: {} } as Problem;

test('what a run stopped at stands before what is told of the graph, once, until it is edited', () => {
  const steps = { a: failed('rows-none', 'a'), b: failed('target-not-set', 'b') };
  const codes = (state: ReturnType<typeof slice>) =>
    withFailures([told], state).map(({ node, code }) => [node, code]);
  expect(codes(slice(run('failed'), steps))).toEqual([
    ['a', 'rows-none'],
    ['b', 'target-not-set'],
  ]);
  expect(codes(slice(run('failed'), steps, ['a']))).toEqual([['b', 'target-not-set']]);
  expect(withFailures([told], slice(run('done'), steps))).toEqual([told]);
});

test('a run that stopped as a whole says so', () => {
  const error = { code: 'run-interrupted', kind: 'operational', params: {} } as const;
  expect(withFailures([], slice(run('failed', error), {}))).toEqual([
    { code: 'run-interrupted', params: {} },
  ]);
});
