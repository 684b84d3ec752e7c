import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RunEvent } from '#schemas/types.ts';
import { reduceEvents } from './reduceRun.ts';

const start = { steps: new Map(), seq: 0 } as const;
const reason = { code: 'first-run' } as const;

const said: readonly Omit<RunEvent, 'run' | 'seq' | 'time'>[] = [
  { type: 'run-queued' },
  { type: 'run-started' },
  { type: 'node-queued', step: 'a' },
  { type: 'node-queued', step: 'b' },
  { type: 'node-started', step: 'a', reason },
  { type: 'node-progress', step: 'a', done: 1, total: 4, values: { loss: 0.5 } },
  { type: 'node-progress', step: 'a', done: 2, total: 4, values: { loss: 0.25 } },
  { type: 'node-log', step: 'a', level: 'info', text: 'hello' },
  { type: 'node-finished', step: 'a', rows: 10, ms: 5, outputs: {} },
  { type: 'node-skipped', step: 'b', reason: { code: 'upstream-failed' } },
  { type: 'run-finished', status: 'done' },
] as readonly Omit<RunEvent, 'run' | 'seq' | 'time'>[];

const events = said.map((event, at) => {
  return { ...event, run: 'r', seq: at + 1, time: `2026-01-01T00:00:0${at % 10}Z` } as RunEvent;
});

test('events tell how each step and the run stand', () => {
  const { steps, seq, status } = reduceEvents(start, events);
  expect([seq, status]).toEqual([events.length, 'done']);
  expect(steps.get('a')).toMatchObject({
    status: 'done',
    rows: 10,
    curve: [{ loss: 0.5 }, { loss: 0.25 }],
    log: [{ text: 'hello' }],
  });
  expect(steps.get('b')).toMatchObject({ status: 'skipped' });
});

test('a run that waits has not ended, and an answer closes the question', () => {
  const went = [
    { type: 'run-started' },
    { type: 'node-waiting', step: 'a', token: 't', message: 'May it?' },
    { type: 'run-finished', status: 'waiting' },
    { type: 'run-started' },
    { type: 'node-finished', step: 'a', ms: 1, outputs: {} },
  ].map((event, at) => ({ ...event, run: 'r', seq: at + 1, time: `2026-01-01T00:00:0${at}Z` }));
  const waits = reduceEvents(start, went.slice(0, 3) as RunEvent[]);
  expect(waits).toMatchObject({ status: 'waiting', finishedAt: null });
  expect(waits.steps.get('a')?.ask).toEqual({ token: 't', message: 'May it?' });
  const goesOn = reduceEvents(waits, went.slice(3) as RunEvent[]);
  expect(goesOn).toMatchObject({ status: 'running', finishedAt: null });
  expect(goesOn.steps.get('a')).toMatchObject({ status: 'done' });
  expect(goesOn.steps.get('a')?.ask).toBeUndefined();
});

test('a result that is used again brings the curve of its training along', () => {
  const curve = [
    { done: 1, loss: 0.5 },
    { done: 2, loss: 0.25 },
  ];
  const stamp = { run: 's', seq: 1, time: '' };
  const cached = { type: 'node-cached', step: 'a', reason: { code: 'unchanged' }, curve } as const;
  const { steps } = reduceEvents(start, [{ ...cached, ...stamp }]);
  expect(steps.get('a')).toMatchObject({ status: 'cached', curve });
});

test('it makes no difference how they are gathered, nor that some come twice', () => {
  fc.assert(
    fc.property(fc.nat(events.length), fc.nat(events.length), (cut, back) => {
      const first = reduceEvents(start, events.slice(0, cut));
      const rest = events.slice(Math.max(0, cut - back));
      const { steps, seq } = reduceEvents(first, rest);
      const whole = reduceEvents(start, events);
      expect([...steps]).toEqual([...whole.steps]);
      expect(seq).toBe(whole.seq);
    }),
  );
});

test('a step that an event does not concern stays the same object', () => {
  const before = reduceEvents(start, events.slice(0, 4));
  const after = reduceEvents(before, events.slice(4, 6));
  expect(after.steps.get('b')).toBe(before.steps.get('b'));
  expect(after.steps.get('a')).not.toBe(before.steps.get('a'));
});

test('what was not asked for keeps what an earlier run said of it', () => {
  const before = reduceEvents(start, events);
  const skipped = {
    type: 'node-skipped',
    step: 'a',
    reason: { code: 'not-selected' },
    run: 's',
    seq: 1,
    time: '',
  } as const;
  const after = reduceEvents({ steps: before.steps, seq: 0 }, [skipped]);
  expect(after.steps.get('a')).toBe(before.steps.get('a'));
});

test('a run counts what it has come to an end with, and leaves out what it was not asked for', () => {
  const left = { code: 'not-selected' } as const;
  const more = [
    ...said.slice(0, 2),
    { type: 'node-skipped', step: 'c', reason: left },
    ...said.slice(2, 9),
    { type: 'node-finished', step: 'a/x', outputs: {} },
  ].map((event, at) => ({ ...event, run: 'r', seq: at + 1, time: '2026-01-01T00:00:00Z' }));
  const first = reduceEvents(start, more as RunEvent[]);
  expect([[...first.ended], [...first.unasked]]).toEqual([['a'], ['c']]);
  const again = { type: 'run-started', run: 'r', seq: 99, time: '2026-01-01T00:00:00Z' } as const;
  const { ended, unasked } = reduceEvents(first, [again]);
  expect([ended.size, unasked.size]).toEqual([0, 0]);
});
