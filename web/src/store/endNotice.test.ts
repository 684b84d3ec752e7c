import { expect, test } from 'vitest';
import type { RunState, RunSummary } from '../api.ts';
import { endNotice } from './endNotice.ts';

const now = Date.parse('2026-01-01T00:01:00Z');

function shown(status: RunState, finishedAt: string | null = null, id = 'r') {
  const current: RunSummary = {
    id,
    name: 'A run',
    pipeline: 'p',
    status,
    params: {},
    targets: null,
    seed: 1,
    attempt: 0,
    trigger: 'person',
    actor: 'owner',
    version: null,
    createdAt: '2026-01-01T00:00:00Z',
    startedAt: '2026-01-01T00:00:00Z',
    finishedAt,
  };
  return { current };
}

const late = '2026-01-01T00:00:45Z';

test('the end of a long run is told, and that it waits for an answer', () => {
  expect(endNotice(shown('running'), shown('done', late), now)).toEqual({
    status: 'done',
    seconds: 45,
  });
  expect(endNotice(shown('running'), shown('failed', late), now)?.status).toBe('failed');
  expect(endNotice(shown('running'), shown('waiting'), now)?.seconds).toBe(60);
});

test('nothing is told of a short, a cancelled, an earlier or another run', () => {
  const soon = '2026-01-01T00:00:20Z';
  expect(endNotice(shown('running'), shown('done', soon), now)).toBeUndefined();
  expect(endNotice(shown('running'), shown('cancelled', late), now)).toBeUndefined();
  expect(endNotice(shown('done', late), shown('done', late), now)).toBeUndefined();
  expect(endNotice(shown('running'), shown('done', late, 'other'), now)).toBeUndefined();
  expect(endNotice({ current: null }, shown('done', late), now)).toBeUndefined();
});
