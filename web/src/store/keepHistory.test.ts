import { expect, test } from 'vitest';
import { testPipeline } from '../../../test/web/catalogue.ts';
import type { PipelineRecord } from '../api.ts';
import { emptyHistory } from './history.ts';
import { chosenDraft, fingerprint, isOfAnother, restore, type Kept } from './keepHistory.ts';

const document = (name: string) => testPipeline([], [], { name });

const record = (name: string, revision: number): PipelineRecord => ({
  id: 'p',
  name,
  revision,
  createdAt: '',
  updatedAt: '',
  trashedAt: null,
  document: document(name),
});

const entry = { name: 'set-seed', about: {}, change: { nodes: [], edges: [] }, time: 0 } as const;
const kept = (name: string, more: Partial<Kept> = {}): Kept => ({
  ...emptyHistory,
  done: [entry],
  print: fingerprint(document(name)),
  revision: 3,
  draft: undefined,
  by: 'here',
  time: 0,
  ...more,
});

test('a history comes back upon the document that it led to', () => {
  const { history, isDraft } = restore(record('now', 4), kept('now'));
  expect([history?.done.length, isDraft]).toEqual([1, false]);
});

test('a history of another document is left alone', () => {
  expect(restore(record('changed elsewhere', 4), kept('now')).history).toBeUndefined();
});

test('what was not saved is opened upon what it builds, even if another version was saved meanwhile', () => {
  const draft = document('not saved');
  const mine = kept('not saved', { draft });
  expect(restore(record('before', 3), mine)).toMatchObject({ document: draft, isDraft: true });
  const theirs = restore(record('saved by another', 4), mine);
  // Of the old revision, so that the server refuses it and nothing is overwritten.
  expect(theirs).toMatchObject({ document: draft, revision: 3, isDraft: true });
});

test('the order of keys makes no other document', () => {
  const { name, ...others } = document('x');
  expect(fingerprint({ ...others, name })).toBe(fingerprint(document('x')));
  expect(fingerprint(document('y'))).not.toBe(fingerprint(document('x')));
});

test('a window comes back to its own draft; else somebody goes on from the newest', () => {
  const drafts = [
    kept('first', { by: 'x', time: 1 }),
    kept('second', { by: 'y', time: 3 }),
    kept('third', { by: 'z', time: 2 }),
  ];
  const by = (pages: readonly (string | undefined)[]) => chosenDraft(drafts, pages)?.by;
  expect(by(['here', 'x'])).toBe('x');
  expect(by(['z', 'x'])).toBe('z');
  expect(by(['here', undefined])).toBe('y');
  expect(chosenDraft([], ['here'])).toBeUndefined();
});

test('the history of edits that are only shown here is that of the window that made them', () => {
  const mine = kept('shown');
  expect(isOfAnother(kept('shown', { by: 'there' }), mine)).toBe(true);
  expect(isOfAnother(kept('older', { by: 'there' }), mine)).toBe(false);
  expect(isOfAnother(kept('shown'), mine)).toBe(false);
  // Written before pages were told apart.
  const { by: _, ...old } = kept('shown');
  for (const there of [undefined, null, 'x', old]) expect(isOfAnother(there, mine)).toBe(false);
});
