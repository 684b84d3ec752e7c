import { expect, test } from 'vitest';
import type { RunEvent } from '#schemas/types.ts';
import { testNode, testPipeline, testWire, types } from '../../../test/web/catalogue.ts';
import { createEditor } from './editor.ts';
import { canPin, heldPins } from './pins.ts';
import { readReset, resetAfter, resetNodes, toCompute, withoutReset } from './reset.ts';
import type { StepState } from './state.ts';

const pipeline = testPipeline(
  [
    testNode('a', 'source'),
    testNode('b', 'filter'),
    testNode('c', 'filter', { pinned: 'f'.repeat(64) }),
    testNode('d', 'filter'),
    testNode('e', 'filter'),
  ],
  [testWire('a', 'b'), testWire('b', 'c'), testWire('c', 'd'), testWire('b', 'e')],
);

const ALL = ['a', 'b', 'c', 'd', 'e'];
const done: StepState = { status: 'done', curve: [], log: [] };

function opened() {
  const editor = createEditor();
  editor.setCatalogue(types);
  editor.open({ id: 'p', revision: 1, document: pipeline });
  const steps = new Map([...ALL, 'b/inner'].map((id) => [id, done]));
  editor.set({ run: { ...editor.get().run, steps } });
  return editor;
}

const event = (step: string, type: string, more = {}): RunEvent =>
  ({ run: 'r', seq: 1, time: '', type, step, ...more }) as RunEvent;

test('a reset shows a node and what follows as not run, up to what is pinned', () => {
  const editor = opened();
  resetNodes(editor, ['b']);
  const { run } = editor.get();
  expect([...run.steps.keys()].sort()).toEqual(['a', 'c', 'd']);
  expect(toCompute(editor.get()).sort()).toEqual(['b', 'e']);
  resetNodes(editor, ['d']);
  expect(toCompute(editor.get()).sort()).toEqual(['b', 'd', 'e']);
});

test('everything but what is pinned is reset at once; a lost pin holds nothing', () => {
  const editor = opened();
  resetNodes(editor);
  expect(toCompute(editor.get()).sort()).toEqual(['a', 'b', 'd', 'e']);
  editor.set({ forecast: { ...editor.get().forecast, lostPins: new Set(['c']) } });
  expect(heldPins(editor.get())).toEqual(new Set());
  resetNodes(editor);
  expect(toCompute(editor.get()).sort()).toEqual(ALL);
});

test('what a later run has finished is no more to be computed; what failed still is', () => {
  const reset = { nodes: new Set(['b', 'd', 'e']), after: 'old' };
  const left = resetAfter(reset, [
    event('b', 'node-finished', { outputs: {} }),
    event('d', 'node-failed', { error: {} }),
    event('e', 'node-skipped', { reason: { code: 'branch-not-taken' } }),
  ]);
  expect([...left.nodes]).toEqual(['d']);
  expect(resetAfter(reset, [event('a', 'node-finished')])).toBe(reset);
  expect([...withoutReset(new Map([['d/x', done]]), left).keys()]).toEqual([]);
});

test('a browser that keeps nothing resets nothing', () => {
  expect(readReset('p').nodes.size).toBe(0);
});

test('what is done and current can be pinned, what is pinned or acts on the world cannot', () => {
  const editor = opened();
  expect(ALL.filter((id) => canPin(id, editor.get()))).toEqual(['a', 'b', 'd', 'e']);
  editor.set({
    run: { ...editor.get().run, stale: new Set(['a']), steps: new Map([['b', done]]) },
  });
  expect(ALL.filter((id) => canPin(id, editor.get()))).toEqual(['b']);
});
