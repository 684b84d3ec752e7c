import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testNode, testPipeline, testWire } from '../../../test/web/catalogue.ts';
import { applyChange } from '../store/change.ts';
import { emptyDocument, openDocument } from '../store/document.ts';
import { clipOf, clipText, paste, readClip } from './clipboard.ts';

const pipeline = testPipeline(
  [testNode('a', 'source'), testNode('b', 'filter'), testNode('c', 'filter')],
  [testWire('a', 'b'), testWire('b', 'c')],
  { notes: [{ id: 'note', text: '*a*', position: { x: 9, y: 9 }, width: 240, height: 80 }] },
);
const document = openDocument('p', pipeline);

test('a copy holds the nodes and the wires among them, and comes back from its text', () => {
  const clip = clipOf(document, new Set(['a', 'b']), new Set(['note']));
  expect([clip.nodes.length, clip.edges.length, clip.notes.length]).toEqual([2, 1, 1]);
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

test('notes go with the nodes, under ids of their own, and keep their distance', () => {
  const clip = clipOf(document, new Set(['a']), new Set(['note']));
  const command = paste(document, clip, 'duplicate')!;
  expect(command.selectNotes).toEqual(['note-2']);
  const { notesById } = applyChange(document, command.change);
  expect(notesById.get('note-2')).toEqual({
    ...document.notesById.get('note'),
    id: 'note-2',
    position: { x: 41, y: 41 },
  });
});

test('a copy from before there were notes is still pasted', () => {
  const { notes: _, ...old } = clipOf(document, new Set(['a']));
  expect(readClip(JSON.stringify({ kind: 'esteira-nodes', ...old }))).toEqual({
    ...old,
    notes: [],
  });
});

describe('what is no copy of ours', () => {
  const node = testNode('a', 'source');
  test.each([
    ['some text', 'hello'],
    ['other JSON', '{"a": 1}'],
    ['a list', '[1]'],
    ['a broken text', '{"kind": "esteira-nodes", '],
    [
      'an id that is none',
      clipText({ nodes: [{ ...node, id: '__proto__' }], edges: [], notes: [] }),
    ],
    [
      'a place that is none',
      clipText({ nodes: [{ ...node, position: { x: NaN, y: 0 } }], edges: [], notes: [] }),
    ],
    [
      'a field too many',
      clipText({ nodes: [{ ...node, onload: 'x' } as never], edges: [], notes: [] }),
    ],
    [
      'params that are none',
      clipText({ nodes: [{ ...node, params: [] as never }], edges: [], notes: [] }),
    ],
    [
      'a note without a size',
      clipText({ nodes: [], edges: [], notes: [{ id: 'a', text: '' } as never] }),
    ],
  ])('%s is not pasted', (_, text) => {
    expect(readClip(text)).toBeUndefined();
  });

  test('whatever it is, reading it does not throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify({
          kind: 'esteira-nodes',
          nodes: value,
          edges: value,
          notes: value,
        });
        expect(() => readClip(text)).not.toThrow();
      }),
    );
  });
});
