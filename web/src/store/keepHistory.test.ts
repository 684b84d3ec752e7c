import { expect, test } from 'vitest';
import { testPipeline } from '../../../test/web/catalogue.ts';
import type { PipelineRecord } from '../api.ts';
import { emptyHistory } from './history.ts';
import { fingerprint, restore, type Kept } from './keepHistory.ts';

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
