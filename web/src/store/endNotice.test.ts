import { expect, test } from 'vitest';
import type { RunState, RunSummary } from '../api.ts';
import { endNotices, LONG_MS, OFFER_MS } from './endNotice.ts';

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
type Shown = { readonly current: RunSummary | null };

/** What is said of the last change of what is shown. */
function told(states: readonly Shown[], least = LONG_MS) {
  const of = endNotices({ current: null });
  return states
    .slice(1)
    .map((after, at) => of(states[at]!, after, { now, least }))
    .at(-1);
}

test('the end of a long run is told, and that it waits for an answer', () => {
  const none = { current: null };
  expect(told([none, shown('queued'), shown('running'), shown('done', late)])).toEqual({
    run: 'r',
    pipeline: 'p',
    status: 'done',
    seconds: 45,
  });
  expect(told([shown('running'), shown('failed', late)])?.status).toBe('failed');
  expect(told([shown('running'), shown('waiting')])?.seconds).toBe(60);
  // All of it may come at once.
  expect(told([shown('queued'), shown('done', late)])?.seconds).toBe(45);
});

test('nothing is told of a short, a cancelled, an earlier or another run', () => {
  const soon = '2026-01-01T00:00:20Z';
  expect(told([shown('running'), shown('done', soon)])).toBeUndefined();
  expect(told([shown('running'), shown('done', soon)], OFFER_MS)?.seconds).toBe(20);
  expect(told([shown('running'), shown('cancelled', late)])).toBeUndefined();
  expect(told([shown('done', late), shown('done', late)])).toBeUndefined();
  expect(told([shown('running'), shown('done', late, 'other')])).toBeUndefined();
  expect(told([{ current: null }, shown('done', late)])).toBeUndefined();
});

test('a run that had come to rest before is not told of while its events are read again', () => {
  const none = { current: null };
  const again = [shown('queued'), shown('running')];
  expect(told([none, shown('done', late), ...again, shown('done', late)])).toBeUndefined();
  const opened = endNotices(shown('done', late));
  const when = { now, least: LONG_MS };
  opened(shown('done', late), shown('running'), when);
  expect(opened(shown('running'), shown('done', late), when)).toBeUndefined();
  const waits = [none, shown('waiting'), ...again, shown('waiting')];
  expect(told(waits)).toBeUndefined();
  expect(told([...waits, ...again, shown('done', late)])?.status).toBe('done');
});
