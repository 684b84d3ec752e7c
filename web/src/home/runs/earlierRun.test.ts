import { expect, test } from 'vitest';
import type { RunSummary } from '../../apiTypes.ts';
import { earlierRun } from './earlierRun.ts';

const run = (id: string, second: number, pipeline: string | null = 'p'): RunSummary => ({
  id,
  name: 'Birds',
  pipeline,
  status: 'done',
  params: {},
  targets: null,
  seed: 1,
  attempt: 1,
  trigger: 'person',
  actor: 'owner',
  version: null,
  createdAt: `2026-01-01T00:00:0${second}Z`,
  startedAt: null,
  finishedAt: null,
});

test('the run before is the last earlier one of the same pipeline', () => {
  const runs = [run('d', 4), run('other', 3, 'q'), run('b', 2), run('c', 3), run('a', 1)];
  expect(earlierRun(run('d', 4), runs)?.id).toBe('c');
  expect(earlierRun(run('a', 1), runs)).toBeUndefined();
});

test('documents that were never saved are told apart by their names', () => {
  const unsaved = run('a', 1, null);
  expect(earlierRun(run('b', 2, null), [{ ...unsaved, name: 'Bees' }])).toBeUndefined();
  expect(earlierRun(run('b', 2, null), [unsaved])?.id).toBe('a');
});
