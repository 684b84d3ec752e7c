import { expect, test } from 'vitest';
import type { Note } from '#schemas/types.ts';
import { createNotesToFlow, flowIdOfNote, noteIdOf } from './notesToFlow.ts';

const note = (id: string): Note => {
  return { id, text: id, position: { x: 8, y: 16 }, width: 240, height: 120 };
};
const [a, b] = [note('a'), note('b')];
const none: ReadonlySet<string> = new Set();

test('notes that do not change stay the same objects, and what moves keeps what it shows', () => {
  const toFlow = createNotesToFlow();
  const notesById = new Map([a, b].map((each) => [each.id, each]));
  const first = toFlow({ notesById, selectedNotes: none, moving: new Map() });
  const moving = new Map([[flowIdOfNote('b'), { x: 1, y: 2 }]]);
  const next = toFlow({ notesById, selectedNotes: none, moving });
  expect(next[0]).toBe(first[0]);
  expect(next[1]?.position).toEqual({ x: 1, y: 2 });
  expect(next[1]?.data).toBe(first[1]?.data);
  expect(next.every(({ zIndex = 0 }) => zIndex + 1_000 < 0)).toBe(true);
});

test('a note and a node of one id are told apart', () => {
  expect(noteIdOf(flowIdOfNote('a'))).toBe('a');
  expect(noteIdOf('a')).toBeUndefined();
});
