/** Nodes on the clipboard, as JSON text, so that they pass between pipelines, windows and chats. */
import { edgeId, freshId } from '#schemas/graph.ts';
import type { Edge, Note, PipelineNode } from '#schemas/types.ts';
import { noteAdditions, noteLimits } from '../store/commands/notes.ts';
import { additions, type Point } from '../store/commands/nodes.ts';
import type { Command } from '../store/commands/command.ts';
import type { DocumentSlice } from '../store/state.ts';
import { carriedBy, readCarried, settled, type Carried } from './carried.ts';
import { isEdge, isNode, isNote, isRecord } from './clipShapes.ts';

export type Clip = Carried & {
  readonly nodes: readonly PipelineNode[];
  readonly edges: readonly Edge[];
  readonly notes: readonly Note[];
};

const MARK = 'esteira-nodes';
const SHIFT = 32;
/** As many as a document may have. */
const MOST = 20_000;

/** The nodes with every wire that has both ends among them and with what they refer to, and notes. */
export function clipOf(
  document: DocumentSlice,
  ids: ReadonlySet<string>,
  noteIds: ReadonlySet<string> = new Set(),
): Clip {
  const { nodesById, edgesById, notesById } = document;
  const nodes = [...nodesById.values()].filter(({ id }) => ids.has(id));
  return {
    nodes,
    edges: [...edgesById.values()].filter(({ from, to }) => ids.has(from.node) && ids.has(to.node)),
    notes: [...notesById.values()].filter(({ id }) => noteIds.has(id)),
    ...carriedBy(nodes, document),
  };
}

export const clipText = (clip: Clip): string => JSON.stringify({ kind: MARK, ...clip }, null, 2);

/** What a text holds of nodes: a clip of ours, or a whole pipeline. Undefined for any other text. */
export function readClip(text: string): Clip | undefined {
  if (text.length > 20_000_000 || !text.trimStart().startsWith('{')) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value) || (value['kind'] !== MARK && value['format'] !== 1)) return undefined;
  const { nodes, edges, notes = [] } = value;
  if (!Array.isArray(nodes) || !Array.isArray(edges) || nodes.length > MOST) return undefined;
  if (!nodes.every(isNode) || !edges.every(isEdge)) return undefined;
  if (!Array.isArray(notes) || notes.length > noteLimits.count) return undefined;
  const carried = readCarried(value);
  if (carried === undefined || !notes.every(isNote)) return undefined;
  return { nodes, edges, notes, ...carriedBy(nodes, { ...nothing, ...carried }) };
}

const nothing: Required<Carried> = { definitions: {}, parameters: [] };

/** Whether a text is meant to hold nodes, so that somebody who pastes it has to be told why nothing came of it. */
export const isMeantAsClip = (text: string): boolean =>
  text.trimStart().startsWith('{') && /"(?:esteira-nodes|nodes)"/.test(text.slice(0, 100_000));

/**
 * Nodes under ids of their own, with the wires among them. `middle` is where they go; without it, a little beside
 * where they were.
 */
export function paste(
  document: DocumentSlice,
  clip: Clip,
  name: 'paste' | 'duplicate',
  middle?: Point,
): Command | undefined {
  const items = [...clip.nodes, ...clip.notes];
  if (items.length === 0) return undefined;
  const taken = new Set(document.nodesById.keys());
  const ids = new Map<string, string>();
  for (const { id, type } of clip.nodes) {
    const fresh = freshId(taken.has(id) ? type : id, taken);
    taken.add(fresh);
    ids.set(id, fresh);
  }
  const by = besideOthers(document, items, shiftOf(items, middle));
  const moved = ({ x, y }: Point): Point => ({ x: x + by.x, y: y + by.y });
  // A copy is a node of its own: it does not keep what the other one was pinned to.
  const { nodes: copies, fields } = settled(document, clip.nodes, clip);
  const nodes = copies.map((copied) => {
    const { pinned: _, ...node } = copied;
    return { ...node, id: ids.get(node.id) ?? node.id, position: moved(node.position) };
  });
  const notes = pastedNotes(document, clip.notes, moved);
  const edges = new Map<string, Edge>();
  for (const { from, to } of clip.edges) {
    const [source, target] = [ids.get(from.node), ids.get(to.node)];
    if (source === undefined || target === undefined) continue;
    const edge = { from: { ...from, node: source }, to: { ...to, node: target } };
    edges.set(edgeId(edge), edge);
  }
  return {
    name,
    about: { count: items.length },
    change: {
      ...additions(document, nodes, [...edges.values()]),
      notes: noteAdditions(document, notes),
      ...(fields === undefined ? {} : { fields }),
    },
    select: nodes.map(({ id }) => id),
    selectNotes: notes.map(({ id }) => id),
  };
}

/** Under ids of their own, as many as a document may still take. */
function pastedNotes(
  { notesById }: DocumentSlice,
  notes: readonly Note[],
  moved: (place: Point) => Point,
): readonly Note[] {
  const taken = new Set(notesById.keys());
  return notes.slice(0, Math.max(0, noteLimits.count - taken.size)).map((note) => {
    const id = freshId(taken.has(note.id) ? 'note' : note.id, taken);
    taken.add(id);
    return { ...note, id, position: moved(note.position) };
  });
}

/** What is pasted twice at one place would lie exactly over the first. */
function besideOthers(
  { nodesById, notesById }: DocumentSlice,
  items: readonly (PipelineNode | Note)[],
  shift: Point,
): Point {
  const places = [...nodesById.values(), ...notesById.values()].map(({ position }) => position);
  const taken = new Set(places.map(({ x, y }) => `${x} ${y}`));
  let { x, y } = shift;
  while (items.some(({ position }) => taken.has(`${position.x + x} ${position.y + y}`))) {
    x += SHIFT;
    y += SHIFT;
  }
  return { x, y };
}

function shiftOf(items: readonly (PipelineNode | Note)[], middle: Point | undefined): Point {
  if (middle === undefined) return { x: SHIFT, y: SHIFT };
  const xs = items.map(({ position }) => position.x);
  const ys = items.map(({ position }) => position.y);
  const at = (values: readonly number[]): number =>
    (values.reduce((a, b) => Math.min(a, b)) + values.reduce((a, b) => Math.max(a, b))) / 2;
  return { x: Math.round(middle.x - at(xs) - 108), y: Math.round(middle.y - at(ys) - 36) };
}
