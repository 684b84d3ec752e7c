import { expect, test } from 'vitest';
import type { RunState } from '../../api.ts';
import { lastTouched, recentOf } from './recent.ts';

const at = (day: number) => new Date(Date.UTC(2026, 0, day)).toISOString();

const pipeline = (id: string, day: number) => ({ id, updatedAt: at(day) });

const run = (day: number, status: RunState = 'done') => ({
  status,
  createdAt: at(day),
  finishedAt: status === 'done' ? at(day) : null,
});

test('what waits comes first, then what was edited or run last', () => {
  const [edited, old, ran] = [pipeline('edited', 5), pipeline('old', 4), pipeline('ran', 3)];
  const pipelines = [edited, old, ran];
  const once = new Map([['ran', run(9)]]);
  expect(recentOf({ pipelines, lastRuns: once })).toEqual([ran, edited, old]);
  const waiting = new Map([...once, ['old', run(2, 'waiting')] as const]);
  expect(recentOf({ pipelines, lastRuns: waiting })).toEqual([old, ran, edited]);
  expect(lastTouched(ran, run(9))).toBe(at(9));
  expect(lastTouched(edited, run(2))).toBe(at(5));
  expect(lastTouched(edited, undefined)).toBe(at(5));
});
