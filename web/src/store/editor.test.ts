import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#schemas/canonical.ts';
import { edgeId } from '#schemas/graph.ts';
import { wire } from '../../../test/documents/graphs.ts';
import { testNode, testPipeline, types } from '../../../test/web/catalogue.ts';
import {
  addNode,
  deleteItems,
  labelNode,
  moveNodes,
  pinNode,
  setParam,
  unpinNodes,
} from './commands/nodes.ts';
import {
  addNote,
  colourNote,
  deleteNotes,
  editNote,
  freshNoteId,
  moveNotes,
  resizeNote,
  withNotes,
} from './commands/notes.ts';
import { replaceNode } from './commands/replace.ts';
import { setField } from './commands/pipeline.ts';
import { connect, deleteHealing, insertOnEdge, reconnect } from './commands/wires.ts';
import { pipelineOf } from './document.ts';
import { createEditor, type Editor } from './editor.ts';

const chain = testPipeline(
  [
    testNode('a', 'source'),
    testNode('b', 'filter'),
    testNode('c', 'split'),
    testNode('d', 'append'),
    testNode('1', 'learner'),
  ],
  [
    wire('a.table', 'b.table'),
    wire('b.table', 'c.table'),
    wire('c.table', 'd.tables'),
    wire('b.table', 'd.tables'),
    wire('d.table', '1.table'),
  ],
);

function open(now?: () => number): Editor {
  const editor = createEditor(now);
  editor.setCatalogue(types);
  editor.open({ id: 'p', revision: 1, document: chain });
  return editor;
}

const textOf = (editor: Editor): string => JSON.stringify(pipelineOf(editor.get().document));
const wires = (editor: Editor): string[] => [...editor.get().document.edgesById.keys()];

/** A step of somebody who does whatever there is: numbers pick among what is there. */
type Step = (editor: Editor) => void;

const pick = <T>(items: Iterable<T>, at: number): T | undefined => {
  const all = [...items];
  return all[at % Math.max(1, all.length)];
};

const KEY = '0a'.repeat(32);
const OTHER_KEY = 'f1'.repeat(32);

const aStep: fc.Arbitrary<Step> = fc
  .record({ kind: fc.nat(19), one: fc.nat(50), two: fc.nat(50), text: fc.string() })
  .map(({ kind, one, two, text }) => (editor) => {
    const { document, catalogue } = editor.get();
    const id = pick(document.nodesById.keys(), one) ?? 'none';
    const other = pick(document.nodesById.keys(), two) ?? 'none';
    const edge = pick(document.edgesById.keys(), two) ?? 'none';
    const note = pick(document.notesById.keys(), one) ?? 'none';
    const place = { x: one, y: two };
    const type = pick(types, two)!;
    const added = testNode(`n${document.nodesById.size}-${one}`, type.type);
    const port = pick(['table', 'tables', 'model'], one)!;
    switch (kind) {
      case 0:
        return editor.dispatch(addNode(document, added));
      case 1:
        return editor.dispatch(deleteItems(document, new Set([id]), new Set([edge])));
      case 2:
        return editor.dispatch(deleteHealing(document, catalogue, new Set([id, other])));
      case 3:
        return editor.dispatch(
          connect(document, catalogue, wire(`${id}.table`, `${other}.${port}`)),
        );
      case 4:
        return editor.dispatch(insertOnEdge(document, catalogue, added, edge));
      case 5:
        return editor.dispatch(moveNodes(document, new Map([[id, { x: one, y: two }]])));
      case 6:
        return editor.dispatch(setParam(document, id, 'text', text));
      case 7:
        return editor.dispatch(labelNode(document, id, text));
      case 8:
        return editor.dispatch(setField(document, 'name', text));
      case 9:
        return editor.undo();
      case 10:
        return editor.dispatch(addNote(document, place, freshNoteId(document)));
      case 11:
        return editor.dispatch(editNote(document, note, text));
      case 12: {
        const move = moveNodes(document, new Map([[id, place]]));
        return editor.dispatch(withNotes(move, moveNotes(document, new Map([[note, place]]))));
      }
      case 13:
        return editor.dispatch(resizeNote(document, note, { width: one * 9, height: two * 9 }));
      case 14:
        return editor.dispatch(deleteNotes(document, new Set([note])));
      case 15:
        return editor.dispatch(colourNote(document, [note], pick(['red', 'blue'], two)!));
      case 16:
        return editor.dispatch(replaceNode(document, catalogue, id, type)?.command);
      case 17:
        return editor.dispatch(pinNode(document, id, text.length % 2 === 0 ? KEY : OTHER_KEY));
      case 18:
        return editor.dispatch(unpinNodes(document, [id, other]));
      default:
        return editor.dispatch(
          reconnect(document, catalogue, edge, wire(`${id}.table`, `${other}.table`)),
        );
    }
  });

test('after any edits, undoing all gives the first document and redoing all the last, byte for byte', () => {
  fc.assert(
    fc.property(fc.array(aStep, { maxLength: 40 }), (steps) => {
      // Each step half a second after the one before, so that some join and some do not.
      let time = 0;
      const editor = open(() => (time += 500));
      const first = textOf(editor);
      for (const step of steps) step(editor);
      const last = textOf(editor);
      const { length } = editor.get().history.done;
      for (let at = 0; at < length; at += 1) editor.undo();
      expect(textOf(editor)).toBe(first);
      while (editor.get().history.undone.length > 0) editor.redo();
      // What was undone before the end is redone too, so the last document is the one of all edits that stand.
      for (let at = editor.get().history.done.length; at > length; at -= 1) editor.undo();
      expect(textOf(editor)).toBe(last);
    }),
    { numRuns: 300 },
  );
});

test('no edit leaves a wire without its nodes', () => {
  fc.assert(
    fc.property(fc.array(aStep, { maxLength: 30 }), (steps) => {
      const editor = open();
      for (const step of steps) step(editor);
      const { nodesById, edgesById } = editor.get().document;
      for (const [id, edge] of edgesById) {
        expect(id).toBe(edgeId(edge));
        expect([nodesById.has(edge.from.node), nodesById.has(edge.to.node)]).toEqual([true, true]);
      }
    }),
  );
});

describe('notes', () => {
  test('keep to the sizes that a document may hold, and are written only where there are some', () => {
    const editor = open();
    expect(textOf(editor)).not.toContain('notes');
    editor.dispatch(addNote(editor.get().document, { x: 8, y: 16 }, 'one'));
    editor.dispatch(resizeNote(editor.get().document, 'one', { width: 1, height: 9e9 }));
    expect(pipelineOf(editor.get().document).notes).toEqual([
      { id: 'one', text: '', position: { x: 8, y: 16 }, width: 80, height: 4_000 },
    ]);
    expect([...editor.get().view.selectedNotes]).toEqual(['one']);
    const { nodesById } = editor.get().document;
    const added = { ...[...nodesById.values()][0]!, id: 'new' };
    editor.dispatch(addNode(editor.get().document, added));
    expect([...editor.get().view.selectedNotes]).toEqual([]);
    editor.undo();
    editor.undo();
    editor.undo();
    expect(textOf(editor)).not.toContain('notes');
    expect([...editor.get().view.selectedNotes]).toEqual([]);
  });

  test('a history that was kept before there were notes still works', () => {
    const editor = open();
    editor.dispatch(labelNode(editor.get().document, 'a', 'Sales'));
    const done = editor.get().history.done.map((entry) => {
      const { notes: _, ...change } = entry.change;
      return { ...entry, change };
    });
    editor.open({ id: 'p', revision: 1, document: chain, history: { done, undone: [] } });
    editor.undo();
    expect(editor.get().history.undone).toHaveLength(1);
  });
});

describe('grouping', () => {
  test('a burst of typing is undone at once, a later word by itself', () => {
    let time = 0;
    const editor = open(() => time);
    for (const text of ['h', 'he', 'hey']) {
      time += 200;
      editor.dispatch(setParam(editor.get().document, 'a', 'text', text));
    }
    time += 5_000;
    editor.dispatch(setParam(editor.get().document, 'a', 'text', 'hey you'));
    expect(editor.get().history.done).toHaveLength(2);
    editor.undo();
    expect(editor.get().document.nodesById.get('a')?.params).toEqual({ text: 'hey' });
    editor.undo();
    expect(editor.get().document.nodesById.get('a')?.params).toEqual({});
  });

  test('what changes nothing is no step, and an edit ends what could be redone', () => {
    const editor = open();
    expect(editor.dispatch(setParam(editor.get().document, 'a', 'x', undefined))).toBe(false);
    editor.dispatch(labelNode(editor.get().document, 'a', 'Sales'));
    editor.undo();
    expect(editor.get().history.undone).toHaveLength(1);
    editor.dispatch(labelNode(editor.get().document, 'b', 'Big ones'));
    expect(editor.get().history.undone).toHaveLength(0);
  });
});

describe('wires', () => {
  test('a second wire into an input for one takes the place of the first, as one step', () => {
    const editor = open();
    const { document, catalogue } = editor.get();
    editor.dispatch(connect(document, catalogue, wire('a.table', 'c.table')));
    expect(wires(editor)).toContain('a.table>c.table');
    expect(wires(editor)).not.toContain('b.table>c.table');
    editor.undo();
    expect(textOf(editor)).toBe(JSON.stringify(pipelineOf(open().get().document)));
  });

  test.each([
    ['a circle', 'd.table', 'b.table'],
    ['a model where a table is needed', '1.model', 'b.table'],
    ['a wire that is there', 'a.table', 'b.table'],
    ['a port that is not there', 'a.nothing', 'c.table'],
  ])('%s is refused', (_, from, to) => {
    const { document, catalogue } = open().get();
    expect(connect(document, catalogue, wire(from, to))).toBeUndefined();
  });

  test('deleting a node joins what led into it to what led out of it', () => {
    const editor = open();
    const { document, catalogue } = editor.get();
    editor.dispatch(deleteHealing(document, catalogue, new Set(['b', 'c'])));
    expect(wires(editor)).toEqual(['d.table>1.table', 'a.table>d.tables']);
  });

  test('a node dropped on a wire stands in its middle; one that does not fit changes nothing', () => {
    const editor = open();
    const { document, catalogue } = editor.get();
    const id = 'a.table>b.table';
    expect(insertOnEdge(document, catalogue, testNode('m', 'learner'), id)).toBeUndefined();
    editor.dispatch(insertOnEdge(document, catalogue, testNode('m', 'filter'), id));
    expect(wires(editor)).toEqual(expect.arrayContaining(['a.table>m.table', 'm.table>b.table']));
    expect(wires(editor)).not.toContain(id);
    editor.undo();
    expect(canonicalJson(pipelineOf(editor.get().document))).toBe(canonicalJson(chain));
  });
});

test('what is deleted is no longer selected', () => {
  const editor = open();
  editor.select(['a', 'b'], ['a.table>b.table']);
  editor.dispatch(deleteItems(editor.get().document, new Set(['a'])));
  const { selectedNodes, selectedEdges } = editor.get().view;
  expect([[...selectedNodes], [...selectedEdges]]).toEqual([[], []]);
});
