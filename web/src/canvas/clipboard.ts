/** Nodes on the clipboard, as JSON text, so that they pass between pipelines, windows and chats. */
import { edgeId, freshId } from '#schemas/graph.ts';
import type { Edge, Note, PipelineNode } from '#schemas/types.ts';
import { noteAdditions, noteColours, noteLimits } from '../store/commands/notes.ts';
import { additions, type Point } from '../store/commands/nodes.ts';
import type { Command } from '../store/commands/command.ts';
import type { DocumentSlice } from '../store/state.ts';

export type Clip = {
  readonly nodes: readonly PipelineNode[];
  readonly edges: readonly Edge[];
  readonly notes: readonly Note[];
};

const MARK = 'esteira-nodes';
const SHIFT = 32;
const identifier = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
const typeName = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;
const MOST = 5_000;

/** The nodes with every wire that has both ends among them, and notes. */
export function clipOf(
  { nodesById, edgesById, notesById }: DocumentSlice,
  ids: ReadonlySet<string>,
  noteIds: ReadonlySet<string> = new Set(),
): Clip {
  return {
    nodes: [...nodesById.values()].filter(({ id }) => ids.has(id)),
    edges: [...edgesById.values()].filter(({ from, to }) => ids.has(from.node) && ids.has(to.node)),
    notes: [...notesById.values()].filter(({ id }) => noteIds.has(id)),
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
  return notes.every(isNote) ? { nodes, edges, notes } : undefined;
}

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
  const by = shiftOf(items, middle);
  const moved = ({ x, y }: Point): Point => ({ x: x + by.x, y: y + by.y });
  // A copy is a node of its own: it does not keep what the other one was pinned to.
  const nodes = clip.nodes.map((copied) => {
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

function shiftOf(items: readonly (PipelineNode | Note)[], middle: Point | undefined): Point {
  if (middle === undefined) return { x: SHIFT, y: SHIFT };
  const xs = items.map(({ position }) => position.x);
  const ys = items.map(({ position }) => position.y);
  const at = (values: readonly number[]): number =>
    (values.reduce((a, b) => Math.min(a, b)) + values.reduce((a, b) => Math.max(a, b))) / 2;
  return { x: Math.round(middle.x - at(xs) - 108), y: Math.round(middle.y - at(ys) - 36) };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown, longest: number): boolean =>
  value === undefined || (typeof value === 'string' && value.length <= longest);

const isPlace = (value: unknown): boolean => typeof value === 'number' && Math.abs(value) <= 1e7;

/** The schema's own rules, by hand: its validator is not for the browser. The server has the last word. */
function isNode(value: unknown): value is PipelineNode {
  if (!isRecord(value)) return false;
  const { id, type, version, params, position, label, notes } = value;
  return (
    typeof id === 'string' &&
    identifier.test(id) &&
    typeof type === 'string' &&
    typeName.test(type) &&
    Number.isInteger(version) &&
    Number(version) >= 1 &&
    isRecord(params) &&
    isRecord(position) &&
    isPlace(position['x']) &&
    isPlace(position['y']) &&
    isText(label, 200) &&
    isText(notes, 20_000) &&
    Object.keys(value).every((key) => nodeKeys.has(key))
  );
}

const nodeKeys = new Set(['id', 'type', 'version', 'params', 'position', 'label', 'notes']);

function isNote(value: unknown): value is Note {
  if (!isRecord(value)) return false;
  const { id, text, position, width, height, color } = value;
  const { least, most } = noteLimits;
  const isSize = (size: unknown, low: number): boolean =>
    typeof size === 'number' && size >= low && size <= most;
  return (
    typeof id === 'string' &&
    identifier.test(id) &&
    typeof text === 'string' &&
    isText(text, 20_000) &&
    isRecord(position) &&
    isPlace(position['x']) &&
    isPlace(position['y']) &&
    isSize(width, least.width) &&
    isSize(height, least.height) &&
    (color === undefined || (noteColours as readonly unknown[]).includes(color)) &&
    Object.keys(value).every((key) => noteKeys.has(key))
  );
}

const noteKeys = new Set(['id', 'text', 'position', 'width', 'height', 'color']);

function isEdge(value: unknown): value is Edge {
  return isRecord(value) && isEnd(value['from']) && isEnd(value['to']);
}

function isEnd(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { node, port } = value;
  return [node, port].every((id) => typeof id === 'string' && identifier.test(id));
}
