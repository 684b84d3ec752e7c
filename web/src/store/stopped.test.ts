import { expect, test } from 'vitest';
import type { Pipeline, Problem } from '#schemas/types.ts';
import { createEditor, type Editor } from './editor.ts';
import { stoppedBy } from './stopped.ts';

const node = (id: string) => {
  return { id, type: 'scale', version: 1, params: {}, position: { x: 0, y: 0 } };
};
const wire = (from: string, to: string) => {
  return { from: { node: from, port: 'table' }, to: { node: to, port: 'table' } };
};
/** a → b → c, and a → d. */
const graph: Pipeline = {
  format: 1,
  name: 'Branches',
  nodes: ['a', 'b', 'c', 'd'].map(node),
  edges: [wire('a', 'b'), wire('b', 'c'), wire('a', 'd')],
  definitions: {},
  parameters: [],
  seed: 1,
};

function open(problems: readonly Partial<Problem>[], document: Pipeline = graph): Editor {
  const editor = createEditor();
  editor.open({ id: 'p', revision: 1, document });
  const whole = problems.map((problem) => ({ kind: 'user', ...problem }) as Problem);
  const { analysis } = editor.get();
  editor.set({ analysis: { ...analysis, status: 'fresh', problems: whole } });
  return editor;
}

test('what is wrong stops itself and what follows; the rest is ready', () => {
  const stopped = stoppedBy(open([{ node: 'b' }]).get());
  expect([stopped?.problems.length, stopped?.ready]).toEqual([1, ['a', 'd']]);
});

test('a run that does not meet the problem is not stopped', () => {
  const state = open([{ node: 'b' }]).get();
  expect(stoppedBy(state, ['d'])).toBeUndefined();
  expect(stoppedBy(state, ['c'])?.ready).toEqual(['a']);
});

test('what is wrong with the whole pipeline leaves nothing ready', () => {
  expect(stoppedBy(open([{}, { node: 'b' }]).get())?.ready).toEqual([]);
});

test('a pinned node needs nothing before it', () => {
  const nodes = graph.nodes.map((each) => (each.id === 'c' ? { ...each, pinned: 'k' } : each));
  const state = open([{ node: 'b' }], { ...graph, nodes }).get();
  expect(stoppedBy(state)).toBeUndefined();
});

test('what may pass by itself, and what was found before an edit, stops nothing', () => {
  expect(stoppedBy(open([{ node: 'b', kind: 'operational' }]).get())).toBeUndefined();
  const editor = open([{ node: 'b' }]);
  editor.set({ analysis: { ...editor.get().analysis, status: 'checking' } });
  expect(stoppedBy(editor.get())).toBeUndefined();
});
