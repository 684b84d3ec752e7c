/** What can be done on the canvas, whatever asks for it: the mouse, a key, a menu. */
import { EsteiraError } from '#schemas/errors.ts';
import { downstream, upstream } from '#schemas/graph.ts';
import type { NodeType, PipelineNode } from '#schemas/types.ts';
import { addNode, deleteItems, moveNodes, type Point } from '../store/commands/nodes.ts';
import {
  addNote,
  deleteNotes,
  freshNoteId,
  moveNotes,
  usualNote,
  withNotes,
} from '../store/commands/notes.ts';
import { replaceNode } from '../store/commands/replace.ts';
import { addConnected, deleteHealing, insertOnEdge } from '../store/commands/wires.ts';
import { drawnPorts, portsOf } from '../store/ports.ts';
import { pipelineOf } from '../store/document.ts';
import { editor } from '../store/theEditor.ts';
import { setCanvas, type Picker, type Refusal } from './canvasState.ts';
import { portFor } from './fitting.ts';
import {
  CARD,
  cardHeight,
  freePlace,
  noteBox,
  overlaps,
  snappedPoint,
  type Box,
} from './geometry.ts';
import { insertBetween } from './insert.ts';
import { newNode } from './newNode.ts';
import { noteIdOf } from './notes/notesToFlow.ts';

export function boxes(): readonly Box[] {
  const { document, catalogue } = editor.get();
  return Array.from(document.nodesById.values(), (node) => ({
    ...node.position,
    width: CARD.width,
    height: cardHeight(drawnPorts(catalogue, document, node, [])),
  }));
}

/** A new node at a place; on a wire it goes into its middle, and where there is no room the others make way. */
export function addAt(type: NodeType, place: Point, edge?: string): void {
  const { document, catalogue } = editor.get();
  const node = newNode(type, document, place);
  const wire = edge === undefined ? undefined : document.edgesById.get(edge);
  const isFree = !boxes().some((box) => overlaps(box, { ...node.position, ...CARD }));
  const inserted =
    wire === undefined || edge === undefined
      ? undefined
      : isFree
        ? insertOnEdge(document, catalogue, node, edge)
        : insertBetween(type, {}, wire, { document, catalogue });
  editor.dispatch(inserted ?? addNode(document, node));
}

/** A new node at the right of the one that is selected, wired to it where they fit; else in the middle of the view. */
export function addNext(type: NodeType, middle: Point): void {
  const { document, view } = editor.get();
  const [id, another] = view.selectedNodes;
  const before = id === undefined || another !== undefined ? undefined : document.nodesById.get(id);
  if (before !== undefined) {
    const place = { x: before.position.x + CARD.width + 64, y: before.position.y };
    const node = newNode(type, document, freePlace(place, boxes()));
    const wired = wiredAfter(before, node, type);
    if (wired !== undefined) {
      editor.dispatch(wired);
      return;
    }
  }
  const corner = { x: middle.x - CARD.width / 2, y: middle.y - CARD.height / 2 };
  editor.dispatch(addNode(document, newNode(type, document, freePlace(corner, boxes()))));
}

function wiredAfter(before: PipelineNode, node: PipelineNode, type: NodeType) {
  const { document, catalogue } = editor.get();
  const ports = portsOf(catalogue, document, before);
  if (ports instanceof EsteiraError) return undefined;
  for (const output of ports.outputs) {
    const port = portFor(type, { side: 'source', type: output.type });
    if (port === undefined) continue;
    const from = { node: before.id, port: output.name };
    const edge = { from, to: { node: node.id, port } };
    const command = addConnected(document, catalogue, node, edge);
    if (command !== undefined) return command;
  }
  return undefined;
}

/** Another type in a node's place, as one step; wires that do not fit are told of at a point of the screen. */
export function replaceAt(id: string, type: NodeType, at: Point): void {
  const { document, catalogue } = editor.get();
  const replacement = replaceNode(document, catalogue, id, type);
  if (replacement === undefined || !editor.dispatch(replacement.command)) return;
  const { lost: wires } = replacement;
  setCanvas({ lost: wires.length === 0 ? undefined : { at, wires } });
}

/** What was picked for a wire that ended on nothing, wired, as one step. */
export function addPicked(type: NodeType, { at, place, wire, replaces }: Picker): void {
  if (replaces !== undefined) return replaceAt(replaces, type, at);
  const { document, catalogue } = editor.get();
  const node = newNode(type, document, place);
  const port = wire === undefined ? undefined : portFor(type, wire);
  if (wire === undefined || port === undefined) {
    addNext(type, place);
    return;
  }
  const own = { node: node.id, port };
  const other = { node: wire.node, port: wire.port };
  const edge = wire.side === 'source' ? { from: other, to: own } : { from: own, to: other };
  editor.dispatch(addConnected(document, catalogue, node, edge) ?? addNode(document, node));
}

/** Puts a node between two ends that do not fit, as one step. */
export function bridge(type: NodeType, { from, to }: Refusal): void {
  editor.dispatch(insertBetween(type, {}, { from, to }, editor.get()));
}

/** `heal` joins what led into what goes to what it led to. */
export function deleteSelected(heal: boolean): void {
  const { document, catalogue, view } = editor.get();
  const { selectedNodes, selectedEdges, selectedNotes } = view;
  const command = heal
    ? deleteHealing(document, catalogue, selectedNodes, selectedEdges)
    : deleteItems(document, selectedNodes, selectedEdges);
  const { change } = deleteNotes(document, selectedNotes);
  editor.dispatch(withNotes(command, change.notes ?? [], 'delete-note'));
}

/** Places by React Flow's ids: cards and notes that move together are one step. */
export function moveItems(
  places: ReadonlyMap<string, Point>,
  options: { readonly group?: string } = {},
): void {
  const { document } = editor.get();
  const nodes = new Map([...places].filter(([id]) => noteIdOf(id) === undefined));
  const notes = new Map(
    [...places].flatMap(([id, place]) => {
      const note = noteIdOf(id);
      return note === undefined ? [] : [[note, place] as const];
    }),
  );
  const command = moveNodes(document, nodes, options);
  editor.dispatch(withNotes(command, moveNotes(document, notes), 'move-note'));
}

/** A new note around a point, or below where it would lie behind something. */
export function addNoteNear({ x, y }: Point): void {
  const { width, height } = usualNote;
  const notes = Array.from(editor.get().document.notesById.values(), noteBox);
  const corner = { x: x - width / 2, y: y - height / 2 };
  addNoteAt(freePlace(corner, [...boxes(), ...notes], usualNote));
}

/** An empty note whose text waits to be written; the place is that of its upper left corner. */
export function addNoteAt(place: Point): void {
  const { document } = editor.get();
  const id = freshNoteId(document);
  if (editor.dispatch(addNote(document, snappedPoint(place), id))) setCanvas({ editedNote: id });
}

export function selectAll(): void {
  const { document } = editor.get();
  const { nodesById, edgesById, notesById } = document;
  editor.select(nodesById.keys(), edgesById.keys(), notesById.keys());
}

/** Adds to the selection everything that leads to it, or that it leads to. */
export function selectAlong(way: 'up' | 'down'): void {
  const { document, view } = editor.get();
  const graph = pipelineOf(document);
  const { selectedNodes } = view;
  editor.select(way === 'up' ? upstream(graph, selectedNodes) : downstream(graph, selectedNodes));
}

export type Alignment = 'left' | 'middle' | 'top' | 'centre' | 'across' | 'down';

/** Lines up what is selected, or spaces it evenly. */
export function align(how: Alignment): void {
  const { document, view } = editor.get();
  const nodes = [...view.selectedNodes].flatMap((id) => document.nodesById.get(id) ?? []);
  if (nodes.length < 2) return;
  const axis = how === 'left' || how === 'middle' || how === 'across' ? 'x' : 'y';
  const sorted = nodes.toSorted((a, b) => a.position[axis] - b.position[axis]);
  const [first, last] = [sorted[0]!.position[axis], sorted.at(-1)!.position[axis]];
  const isEven = how === 'across' || how === 'down';
  const middle = (first + last) / 2;
  const to = (index: number): number => {
    if (isEven) return first + ((last - first) * index) / (sorted.length - 1);
    return how === 'left' || how === 'top' ? first : middle;
  };
  const places = sorted.map(({ id, position }, index) => {
    return [id, { ...position, [axis]: Math.round(to(index)) }] as const;
  });
  editor.dispatch(moveNodes(document, new Map(places), { name: 'align' }));
}
