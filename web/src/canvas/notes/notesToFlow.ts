/** The translation of notes to React Flow, beside that of nodes and wires in toFlow.ts. */
import type { Node as FlowNode } from '@xyflow/react';
import type { Note } from '#schemas/types.ts';
import type { DocumentSlice } from '../../store/state.ts';
import type { Point } from '../../store/commands/nodes.ts';

export type NoteNode = FlowNode<{ readonly note: Note }, 'note'>;

/** No node's id has a colon, so that a note and a node of one id are still two. */
const PREFIX = 'note:';
/** Behind every card and wire, even while it is selected, which lifts it by 1,000. */
const BEHIND = -2_000;

export const noteWordsId = (note: string): string => `note-words-${note}`;
export const flowIdOfNote = (id: string): string => PREFIX + id;

/** Undefined for the id of a node. */
export function noteIdOf(flowId: string): string | undefined {
  return flowId.startsWith(PREFIX) ? flowId.slice(PREFIX.length) : undefined;
}

type Input = Pick<DocumentSlice, 'notesById'> & {
  readonly selectedNotes: ReadonlySet<string>;
  /** Where the hand has them, by React Flow's ids. */
  readonly moving: ReadonlyMap<string, Point>;
};

/** Translates again and again; a note that does not change stays the same object. */
export function createNotesToFlow(): (input: Input) => NoteNode[] {
  let known = new Map<string, NoteNode>();
  return ({ notesById, selectedNotes, moving }) => {
    const before = known;
    known = new Map();
    return Array.from(notesById.values(), (note) => {
      const id = flowIdOfNote(note.id);
      const position = moving.get(id) ?? note.position;
      const flow = keptNote(before.get(id), note, position, selectedNotes.has(note.id));
      known.set(id, flow);
      return flow;
    });
  };
}

function keptNote(
  before: NoteNode | undefined,
  note: Note,
  position: Point,
  selected: boolean,
): NoteNode {
  const isSame =
    before?.data.note === note &&
    before.selected === selected &&
    before.position.x === position.x &&
    before.position.y === position.y;
  if (isSame) return before;
  const { width, height } = note;
  return {
    id: flowIdOfNote(note.id),
    type: 'note',
    position,
    width,
    height,
    selected,
    zIndex: BEHIND,
    connectable: false,
    // What is written on it; the role's own English word is not said, as with cards (toFlow.ts).
    domAttributes: { 'aria-labelledby': noteWordsId(note.id), 'aria-roledescription': undefined },
    data: before?.data.note === note ? before.data : { note },
  };
}
