import { expect, test } from 'vitest';
import { plan } from '#server/engine/plan.ts';
import type { Stored } from '#server/engine/ports.ts';
import { Values } from '#server/engine/values.ts';
import { number } from '../support/fakeNodes/numbers.ts';
import { pipeline } from '../support/fakeNodes/pipeline.ts';
import { catalogue } from '../support/fakeNodes/world.ts';

const { planned } = plan(
  pipeline({
    nodes: { a: ['number'], b: ['add'], c: ['add'], d: ['add'] },
    wires: ['a.out > b.a', 'b.out > c.a', 'a.out > c.b', 'c.out > d.a'],
  }),
  catalogue,
);

/** Values that remember which steps were made again. */
function open(keep: readonly number[] = []) {
  const made: string[] = [];
  const values = new Values(planned!, new Map(), new Set(keep), (step) => {
    made.push(step.id);
    return { out: number(step.index) };
  });
  return { values, made };
}

const mark: Stored = { kind: 'plan' };

test('a value is held as long as a step may ask for it', () => {
  const { values } = open();
  values.hold(0, { out: number(0) });
  expect(values.outputs(0)).toBeDefined();
  values.hold(1, { out: number(1) });
  expect(values.outputs(0)).toBeDefined();
  values.hold(2, { out: number(2) });
  expect(values.outputs(0)).toBeUndefined();
  expect(values.outputs(1)).toBeUndefined();
  expect(values.outputs(2)).toBeDefined();
});

test('what is kept stays, what nobody takes goes at once', () => {
  const { values } = open([1]);
  for (const at of [0, 1, 2, 3]) values.hold(at, { out: number(at) });
  expect([0, 1, 2, 3].map((at) => values.outputs(at) !== undefined)).toEqual([
    false,
    true,
    false,
    false,
  ]);
});

test('what is only kept by a mark is made when asked for, upstream first, each once', () => {
  const { values, made } = open([3]);
  for (const at of [0, 1, 2, 3]) values.holdStored(at, mark);
  expect(made).toEqual([]);
  expect(values.outputs(3)).toEqual({ out: number(3) });
  expect(values.outputs(3)).toEqual({ out: number(3) });
  expect(made).toEqual(['a', 'b', 'c', 'd']);
});

test('what nobody asks for is never made, and holds nothing back', () => {
  const { values, made } = open();
  values.hold(0, { out: number(0) });
  values.holdStored(1, mark);
  values.holdStored(2, mark);
  expect(values.outputs(0)).toBeDefined();
  values.holdStored(3, mark);
  expect(values.outputs(0)).toBeUndefined();
  expect(made).toEqual([]);
});

test('a step that was left out gives nothing', () => {
  const { values } = open([2]);
  values.leave(0);
  expect(values.taken({ step: 0, port: 'out' })).toBe(false);
  values.holdStored(1, mark);
  values.holdStored(2, mark);
  expect(values.outputs(2)).toEqual({ out: number(2) });
});
