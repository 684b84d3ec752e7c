import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testNode } from '../../../test/web/catalogue.ts';
import { applyChange } from '../store/change.ts';
import { emptyDocument, openDocument } from '../store/document.ts';
import { clipOf, clipText, paste, readClip } from './clipboard.ts';

const document = openDocument('p', {
  format: 1,
  name: 'x',
  nodes: [testNode('a', 'source'), testNode('b', 'filter'), testNode('c', 'filter')],
  edges: [
    { from: { node: 'a', port: 'table' }, to: { node: 'b', port: 'table' } },
    { from: { node: 'b', port: 'table' }, to: { node: 'c', port: 'table' } },
  ],
  definitions: {},
  parameters: [],
  seed: 1,
});

test('a copy holds the nodes and the wires among them, and comes back from its text', () => {
  const clip = clipOf(document, new Set(['a', 'b']));
  expect([clip.nodes.length, clip.edges.length]).toEqual([2, 1]);
  expect(readClip(clipText(clip))).toEqual(clip);
});

test('pasted nodes have ids of their own, in the same pipeline and in another', () => {
  const clip = clipOf(document, new Set(['a', 'b']));
  const twice = applyChange(document, paste(document, clip, 'paste')!.change);
  expect([...twice.nodesById.keys()]).toEqual(['a', 'b', 'c', 'source', 'filter']);
  expect([...twice.edgesById.keys()].at(-1)).toBe('source.table>filter.table');
  const elsewhere = applyChange(emptyDocument, paste(emptyDocument, clip, 'paste')!.change);
  expect([...elsewhere.edgesById.keys()]).toEqual(['a.table>b.table']);
});

describe('what is no copy of ours', () => {
  const node = testNode('a', 'source');
  test.each([
    ['some text', 'hello'],
    ['other JSON', '{"a": 1}'],
    ['a list', '[1]'],
    ['a broken text', '{"kind": "esteira-nodes", '],
    ['an id that is none', clipText({ nodes: [{ ...node, id: '__proto__' }], edges: [] })],
    [
      'a place that is none',
      clipText({ nodes: [{ ...node, position: { x: NaN, y: 0 } }], edges: [] }),
    ],
    ['a field too many', clipText({ nodes: [{ ...node, onload: 'x' } as never], edges: [] })],
    ['params that are none', clipText({ nodes: [{ ...node, params: [] as never }], edges: [] })],
  ])('%s is not pasted', (_, text) => {
    expect(readClip(text)).toBeUndefined();
  });

  test('whatever it is, reading it does not throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify({ kind: 'esteira-nodes', nodes: value, edges: value });
        expect(() => readClip(text)).not.toThrow();
      }),
    );
  });
});
