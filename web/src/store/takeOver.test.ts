import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#schemas/canonical.ts';
import type { Pipeline } from '#schemas/types.ts';
import { wire } from '../../../test/documents/graphs.ts';
import { testNode, testPipeline, types } from '../../../test/web/catalogue.ts';
import { changedIds } from './change.ts';
import { addNode, deleteItems, labelNode, moveNodes, setParam } from './commands/nodes.ts';
import { addNote, deleteNotes, editNote, freshNoteId } from './commands/notes.ts';
import { setField } from './commands/pipeline.ts';
import { connect } from './commands/wires.ts';
import { pipelineOf } from './document.ts';
import { createEditor, type Editor } from './editor.ts';
import { sameJson } from './sameJson.ts';

const chain = testPipeline(
  ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id, at) => testNode(id, at === 0 ? 'source' : 'filter')),
  [wire('a.table', 'b.table'), wire('b.table', 'c.table'), wire('c.table', 'd.table')],
  { name: 'As it was' },
);

function open(document: Pipeline = chain): Editor {
  const editor = createEditor(() => 0);
  editor.setCatalogue(types);
  editor.open({ id: 'p', revision: 1, document });
  return editor;
}

const documentOf = (editor: Editor): Pipeline => pipelineOf(editor.get().document);
/** As it comes from the server: none of its objects is known. */
const sent = (editor: Editor): Pipeline => structuredClone(documentOf(editor));
const takeOver = (editor: Editor, document: Pipeline): void =>
  editor.takeOver({ revision: 2, savedAt: '2026-01-01T00:00:00.000Z', document });

describe('another window’s version', () => {
  test('is shown; what is equal in it stays the same object', () => {
    const editor = open();
    const other = open();
    other.dispatch(setParam(other.get().document, 'b', 'text', 'theirs'));
    const before = editor.get().document;
    takeOver(editor, sent(other));
    const { document, save, history } = editor.get();
    expect(documentOf(editor)).toEqual(documentOf(other));
    expect([...changedIds(before.nodesById, document.nodesById)]).toEqual(['b']);
    expect(document.edgesById).toBe(before.edgesById);
    expect(save).toMatchObject({ status: 'saved', revision: 2, isTakenOver: true });
    expect(history.done).toEqual([]);
  });

  test('that differs in nothing changes nothing but the revision', () => {
    const editor = open();
    const { document } = editor.get();
    takeOver(editor, structuredClone(chain));
    expect(editor.get().document).toBe(document);
    expect(editor.get().save).toMatchObject({ revision: 2, isTakenOver: false });
  });

  test('in which wires merely come in another order is shown in that order', () => {
    const editor = open();
    takeOver(editor, { ...structuredClone(chain), edges: chain.edges.toReversed() });
    expect(documentOf(editor).edges).toEqual(chain.edges.toReversed());
  });

  test('keeps what is selected and still there', () => {
    const editor = open();
    const other = open();
    other.dispatch(deleteItems(other.get().document, new Set(['b']), new Set()));
    editor.select(['b', 'c']);
    takeOver(editor, sent(other));
    expect([...editor.get().view.selectedNodes]).toEqual(['c']);
  });

  test('leaves the last steps that have nothing to do with it, and no older one', () => {
    const editor = open();
    for (const id of ['f', 'b', 'g']) {
      editor.dispatch(setParam(editor.get().document, id, 'text', 'mine'));
    }
    const other = open(sent(editor));
    other.dispatch(setParam(other.get().document, 'b', 'text', 'theirs'));
    takeOver(editor, sent(other));
    for (let step = 0; step < 3; step += 1) editor.undo();
    const texts = ['f', 'b', 'g'].map((id) => editor.get().document.nodesById.get(id)?.params);
    expect(texts).toEqual([{ text: 'mine' }, { text: 'theirs' }, {}]);
  });

  test('takes back what is told of it with the next edit made here', () => {
    const editor = open();
    takeOver(editor, { ...structuredClone(chain), name: 'Theirs' });
    editor.dispatch(labelNode(editor.get().document, 'g', 'mine'));
    expect(editor.get().save).toMatchObject({ status: 'unsaved', revision: 2, isTakenOver: false });
  });
});

const pick = (ids: Iterable<string>, at: number): string => {
  const all = [...ids];
  return all[at % Math.max(1, all.length)] ?? 'none';
};

type Step = (editor: Editor) => unknown;

const aStep: fc.Arbitrary<Step> = fc
  .record({ kind: fc.nat(10), one: fc.nat(30), two: fc.nat(30), text: fc.string({ maxLength: 3 }) })
  .map(({ kind, one, two, text }) => (editor) => {
    const { document, catalogue } = editor.get();
    const id = pick(document.nodesById.keys(), one);
    const other = pick(document.nodesById.keys(), two);
    const note = pick(document.notesById.keys(), one);
    const edge = pick(document.edgesById.keys(), two);
    switch (kind) {
      case 0:
        return editor.dispatch(addNode(document, testNode(`n${one}-${two}`, 'filter')));
      case 1:
        return editor.dispatch(deleteItems(document, new Set([id]), new Set()));
      case 2:
        return editor.dispatch(deleteItems(document, new Set(), new Set([edge])));
      case 3:
        return editor.dispatch(connect(document, catalogue, wire(`${id}.table`, `${other}.table`)));
      case 4:
        return editor.dispatch(moveNodes(document, new Map([[id, { x: one, y: two }]])));
      case 5:
        return editor.dispatch(setParam(document, id, 'text', text));
      case 6:
        return editor.dispatch(
          setField(document, pick(['name', 'description'], one) as 'name', text),
        );
      case 7:
        return editor.dispatch(addNote(document, { x: one, y: two }, freshNoteId(document)));
      case 8:
        return editor.dispatch(
          one % 2 === 0 ? editNote(document, note, text) : deleteNotes(document, new Set([note])),
        );
      case 9:
        return editor.undo();
      default:
        return editor.dispatch(labelNode(document, id, text));
    }
  });

/** What the other window left of an item, by where it stands. */
const KINDS = ['nodesById', 'edgesById', 'notesById'] as const;

test('whatever is undone and redone afterwards, nothing of the other’s work changes', () => {
  fc.assert(
    fc.property(
      fc.array(aStep, { maxLength: 20 }),
      fc.array(aStep, { minLength: 1, maxLength: 4 }),
      (mine, theirs) => {
        const editor = open();
        for (const step of mine) step(editor);
        const other = open(sent(editor));
        for (const step of theirs) step(other);
        const before = editor.get().document;
        takeOver(editor, sent(other));
        const after = editor.get().document;
        expect(canonicalJson(documentOf(editor))).toBe(canonicalJson(documentOf(other)));
        const check = (): void => {
          const { document } = editor.get();
          for (const kind of KINDS) {
            for (const id of changedIds(before[kind], after[kind])) {
              expect(document[kind].get(id)).toEqual(after[kind].get(id));
            }
          }
          expect(before.name === after.name || document.name === after.name).toBe(true);
          for (const { from, to } of document.edgesById.values()) {
            expect([from, to].every(({ node }) => document.nodesById.has(node))).toBe(true);
          }
        };
        const count = editor.get().history.done.length;
        for (let step = 0; step < count; step += 1) {
          editor.undo();
          check();
        }
        while (editor.get().history.undone.length > 0) {
          editor.redo();
          check();
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('the same JSON is the same whatever the order of its keys', () => {
  expect(sameJson({ a: [1, { b: null }], c: undefined }, { a: [1, { b: null }] })).toBe(true);
  expect(sameJson({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
  for (const other of [{ a: [1] }, { a: { 0: 1, 1: 2 } }, { a: [1, 3] }, { a: null }, null, {}]) {
    expect(sameJson({ a: [1, 2] }, other)).toBe(false);
    expect(sameJson(other, { a: [1, 2] })).toBe(false);
  }
});
