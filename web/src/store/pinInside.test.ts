import { expect, test } from 'vitest';
import { testNode, testPipeline, testWire, types } from '../../../test/web/catalogue.ts';
import { pinInside, unpinInside } from './commands/pinInside.ts';
import { createEditor } from './editor.ts';
import { canPin } from './pins.ts';
import type { StepState } from './state.ts';
import { placesOf, subflowIn } from './steps.ts';

const inner = (nodes: readonly ReturnType<typeof testNode>[]) => ({
  name: 'part',
  parameters: [],
  inputs: [],
  outputs: [],
  nodes,
  edges: [],
});
const pipeline = testPipeline(
  [testNode('a', 'source'), testNode('p', 'subflow', { params: { definition: 'outer' } })],
  [testWire('a', 'p')],
  {
    definitions: {
      outer: inner([
        testNode('x', 'filter'),
        testNode('q', 'subflow', { params: { definition: 'deep' } }),
      ]),
      deep: inner([testNode('y', 'filter')]),
    },
  },
);
const done: StepState = { status: 'done', curve: [], log: [] };
const key = 'f'.repeat(64);

function opened() {
  const editor = createEditor();
  editor.setCatalogue(types);
  editor.open({ id: 'p', revision: 1, document: pipeline });
  const steps = new Map([['p/x', done] as const, ['p/q/y', done] as const]);
  editor.set({ run: { ...editor.get().run, steps } });
  return editor;
}

test('a step names a node of the graph, or one in the subflows on its path', () => {
  const { document } = opened().get();
  const path = (step: string) =>
    placesOf(step, document).map(({ node, definition }) => [node.id, definition]);
  expect(path('a')).toEqual([['a', undefined]]);
  expect(path('p/q/y')).toEqual([
    ['p', undefined],
    ['q', 'outer'],
    ['y', 'deep'],
  ]);
  // The second group of a subflow that runs for each.
  expect(path('p/2/x').at(-1)).toEqual(['x', 'outer']);
  expect(path('gone/x')).toEqual([]);
});

test('a step runs a subflow, but in a file where one contains itself it is not followed for ever', () => {
  const { document } = opened().get();
  expect(['a', 'p', 'p/x', 'p/q', 'p/q/y'].map((step) => subflowIn(step, document))).toEqual([
    undefined,
    'outer',
    undefined,
    'deep',
    undefined,
  ]);
  const again = testNode('again', 'subflow', { params: { definition: 'outer' } });
  const definitions = { ...document.definitions, deep: inner([again]) };
  expect(subflowIn('p/q/again', { ...document, definitions })).toBeUndefined();
});

test('a result in a subflow is pinned and freed by one step that can be undone', () => {
  const editor = opened();
  const pins = (): (string | undefined)[] =>
    Object.values(editor.get().document.definitions).flatMap(({ nodes }) =>
      nodes.map(({ pinned }) => pinned),
    );
  expect(canPin('p/q/y', editor.get())).toBe(true);
  editor.dispatch(pinInside(editor.get().document, 'deep', 'y', key));
  expect(pins()).toEqual([undefined, undefined, key]);
  expect(canPin('p/q/y', editor.get())).toBe(false);
  editor.undo();
  expect(pins()).toEqual([undefined, undefined, undefined]);
  editor.redo();
  editor.dispatch(unpinInside(editor.get().document, 'deep'));
  expect(pins()).toEqual([undefined, undefined, undefined]);
});

test('what has no result, or one of an older graph, cannot be pinned in a subflow', () => {
  const editor = opened();
  expect(canPin('p/q', editor.get())).toBe(false);
  editor.set({ run: { ...editor.get().run, stale: new Set(['p']) } });
  expect(canPin('p/x', editor.get())).toBe(false);
});
