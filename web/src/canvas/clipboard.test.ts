import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testNode, testPipeline, testWire } from '../../../test/web/catalogue.ts';
import { applyChange, inverse } from '../store/change.ts';
import { emptyDocument, openDocument } from '../store/document.ts';
import { clipOf, clipText, isMeantAsClip, paste, readClip } from './clipboard.ts';

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

test('a pinned node is pasted as a node that is not', () => {
  const kept = openDocument(
    'p',
    testPipeline([testNode('a', 'source', { pinned: 'f'.repeat(64) })]),
  );
  const clip = readClip(clipText(clipOf(kept, new Set(['a']))))!;
  const { nodesById } = applyChange(emptyDocument, paste(emptyDocument, clip, 'paste')!.change);
  expect(nodesById.get('a')).toEqual(testNode('a', 'source', { position: { x: 32, y: 32 } }));
});

test('what is pasted twice does not lie over itself', () => {
  const clip = clipOf(document, new Set(['a']));
  const at = { x: 500, y: 500 };
  const once = applyChange(document, paste(document, clip, 'paste', at)!.change);
  const twice = applyChange(once, paste(once, clip, 'paste', at)!.change);
  const places = [...twice.nodesById.values()].map(({ position }) => position);
  const [first, second] = places.slice(-2);
  expect(second).toEqual({ x: first!.x + 32, y: first!.y + 32 });
});

describe('what nodes refer to', () => {
  const part = (nodes: readonly ReturnType<typeof testNode>[], name = 'part') => {
    return { name, parameters: [], inputs: [], outputs: [], nodes, edges: [] };
  };
  const subflow = (id: string, definition: string) =>
    testNode(id, 'subflow', { params: { definition } });
  const share = { name: 'share', type: 'number', default: 3 } as const;
  const whole = openDocument(
    'p',
    testPipeline(
      [subflow('s', 'outer'), testNode('f', 'filter', { params: { by: { $param: 'share' } } })],
      [],
      {
        definitions: {
          outer: part([subflow('q', 'deep')]),
          deep: part([testNode('y', 'filter')]),
          other: part([]),
        },
        parameters: [share, { name: 'unused', type: 'text' }],
      },
    ),
  );
  const clip = readClip(clipText(clipOf(whole, new Set(['s', 'f']))))!;
  const pasted = (into: typeof whole) => applyChange(into, paste(into, clip, 'paste')!.change);

  test('goes with them into another pipeline, and is taken back with them', () => {
    const { definitions, parameters } = pasted(emptyDocument);
    expect(Object.keys(definitions).toSorted()).toEqual(['deep', 'outer']);
    expect(parameters).toEqual([share]);
    const { change } = paste(emptyDocument, clip, 'paste')!;
    expect(applyChange(pasted(emptyDocument), inverse(change))).toEqual(emptyDocument);
  });

  test('is used as it stands where it is known', () => {
    const { definitions, parameters } = pasted(whole);
    expect(definitions).toBe(whole.definitions);
    expect(parameters).toBe(whole.parameters);
  });

  test('gets another name beside what is called alike but is something else', () => {
    const theirs = {
      ...emptyDocument,
      definitions: { deep: part([], 'theirs') },
      parameters: [{ name: 'share', type: 'text', default: 'a' } as const],
    };
    const { definitions, parameters, nodesById } = pasted(theirs);
    expect(definitions['deep']).toBe(theirs.definitions.deep);
    expect(definitions['outer']!.nodes[0]!.params).toEqual({ definition: 'deep-2' });
    expect(definitions['deep-2']!.nodes).toEqual([testNode('y', 'filter')]);
    expect(parameters).toEqual([...theirs.parameters, { ...share, name: 'share-2' }]);
    expect(nodesById.get('f')!.params).toEqual({ by: { $param: 'share-2' } });
  });

  test('is not there where the names are those of every object', () => {
    const nodes = [subflow('s', 'constructor'), subflow('t', '__proto__')];
    const strange = openDocument('p', testPipeline(nodes));
    const copied = readClip(clipText(clipOf(strange, new Set(['s', 't']))))!;
    expect(copied).toEqual({ nodes, edges: [], notes: [] });
    expect(paste(emptyDocument, copied, 'paste')!.change.fields).toBeUndefined();
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
      'a subflow that is none',
      JSON.stringify({
        kind: 'esteira-nodes',
        nodes: [{ ...node, params: { definition: 'd' } }],
        edges: [],
        definitions: { d: { name: 'd' } },
      }),
    ],
    [
      'a note without a size',
      clipText({ nodes: [], edges: [], notes: [{ id: 'a', text: '' } as never] }),
    ],
  ])('%s is not pasted', (_, text) => {
    expect(readClip(text)).toBeUndefined();
  });

  test('is told from a text that was never meant to be one', () => {
    const broken = clipText(clipOf(document, new Set(['a']))).slice(0, -20);
    expect(['hello', '{"a": 1}', broken].map(isMeantAsClip)).toEqual([false, false, true]);
  });

  test('whatever it is, reading it does not throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify({
          kind: 'esteira-nodes',
          nodes: value,
          edges: value,
          notes: value,
          definitions: value,
          parameters: value,
        });
        expect(() => readClip(text)).not.toThrow();
      }),
    );
  });
});
