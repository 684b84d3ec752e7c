/** Edits of the texts that stand on the canvas beside the nodes. */
import { freshId } from '#schemas/graph.ts';
import type { Note } from '#schemas/types.ts';
import { noChange, type Change, type ItemChange } from '../change.ts';
import type { DocumentSlice } from '../state.ts';
import type { Command } from './command.ts';
import type { Point } from './nodes.ts';

type Notes = Pick<DocumentSlice, 'notesById'>;

export type NoteSize = Pick<Note, 'width' | 'height'>;
export type NoteColor = NonNullable<Note['color']>;

/** The first is that of a note that says none. */
export const noteColours: readonly NoteColor[] = [
  'yellow',
  'blue',
  'green',
  'red',
  'violet',
  'grey',
];

/** What the contract allows, in the canvas's units (pipeline.schema.json). */
export const noteLimits = { least: { width: 80, height: 40 }, most: 4_000, count: 2_000 } as const;
export const usualNote: NoteSize = { width: 240, height: 128 };

/** An empty note whose upper left corner stands at a place. Undefined where there are as many as there may be. */
export function addNote(document: Notes, position: Point, id: string): Command | undefined {
  const { notesById } = document;
  if (notesById.size >= noteLimits.count || notesById.has(id)) return undefined;
  const note: Note = { id, text: '', position: { x: position.x, y: position.y }, ...usualNote };
  const change = { ...noChange, notes: noteAdditions(document, [note]) };
  return { name: 'add-note', about: {}, change, select: [], selectNotes: [id] };
}

export const freshNoteId = ({ notesById }: Notes): string =>
  freshId('note', new Set(notesById.keys()));

/** A burst of typing is one entry. */
export function editNote(document: Notes, id: string, text: string): Command {
  const change = replaceNotes(document, [id], (note) =>
    note.text === text ? note : { ...note, text },
  );
  return { name: 'edit-note', about: {}, change, group: `note ${id}` };
}

export function colourNote(document: Notes, ids: Iterable<string>, color: NoteColor): Command {
  const change = replaceNotes(document, ids, (note) =>
    note.color === color ? note : { ...note, color },
  );
  return { name: 'colour-note', about: {}, change };
}

/** A size beyond the limits becomes the nearest within them. */
export function resizeNote(document: Notes, id: string, size: NoteSize): Command {
  const { width, height } = allowedSize(size);
  const change = replaceNotes(document, [id], (note) =>
    note.width === width && note.height === height ? note : { ...note, width, height },
  );
  return { name: 'resize-note', about: {}, change, group: `size ${id}` };
}

export function allowedSize({ width, height }: NoteSize): NoteSize {
  const { least, most } = noteLimits;
  const clamp = (value: number, low: number): number =>
    Math.round(Math.max(low, Math.min(most, value)));
  return { width: clamp(width, least.width), height: clamp(height, least.height) };
}

/** Positions by note id: joined to the change of the nodes that move with them. */
export function moveNotes(
  document: Notes,
  positions: ReadonlyMap<string, Point>,
): readonly ItemChange<Note>[] {
  return replaceNotes(document, positions.keys(), (note) => {
    const to = positions.get(note.id);
    if (to === undefined || (to.x === note.position.x && to.y === note.position.y)) return note;
    return { ...note, position: { x: to.x, y: to.y } };
  }).notes;
}

export function deleteNotes(document: Notes, ids: ReadonlySet<string>): Command {
  const notes = noteRemovals(document, ids);
  return {
    name: 'delete-note',
    about: { count: notes.length },
    change: { ...noChange, notes },
    selectNotes: [],
  };
}

/** One command that does another and something with notes: its name stays, unless it did nothing by itself. */
export function withNotes(
  command: Command,
  notes: readonly ItemChange<Note>[],
  alone: Command['name'] = command.name,
): Command {
  if (notes.length === 0) return command;
  const { change, about } = command;
  const isAlone = change.nodes.length + change.edges.length === 0;
  return {
    ...command,
    name: isAlone ? alone : command.name,
    about: isAlone ? { ...about, count: notes.length } : about,
    change: { ...change, notes },
  };
}

export function noteAdditions(
  { notesById }: Notes,
  notes: readonly Note[],
): readonly ItemChange<Note>[] {
  return notes.map((after, at) => ({ id: after.id, after, at: notesById.size + at }));
}

function noteRemovals({ notesById }: Notes, ids: ReadonlySet<string>): readonly ItemChange<Note>[] {
  if (ids.size === 0) return [];
  return [...notesById.values()].flatMap((before, at) =>
    ids.has(before.id) ? [{ id: before.id, before, at }] : [],
  );
}

function replaceNotes(
  { notesById }: Notes,
  ids: Iterable<string>,
  edit: (note: Note) => Note,
): Change & { readonly notes: readonly ItemChange<Note>[] } {
  const notes: ItemChange<Note>[] = [];
  for (const id of ids) {
    const before = notesById.get(id);
    if (before === undefined) continue;
    const after = edit(before);
    if (after !== before) notes.push({ id, before, after });
  }
  return { ...noChange, notes };
}
