import type { EdgeChange, NodeChange, Viewport } from '@xyflow/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useEditor } from '../app/useEditor.ts';
import type { Point } from '../store/commands/nodes.ts';
import { insertOnEdge } from '../store/commands/wires.ts';
import type { DocumentSlice } from '../store/state.ts';
import { editor } from '../store/theEditor.ts';
import { moveItems } from './actions.ts';
import { setCanvas, useCanvas } from './canvasState.ts';
import { cardBox, noteBox, type Box } from './geometry.ts';
import { createHolding } from './holding.ts';
import { createNotesToFlow, noteIdOf, type NoteNode } from './notes/notesToFlow.ts';
import { createToFlow, type CardNode, type WireEdge } from './toFlow.ts';
import { useView } from './useView.ts';

type CanvasNode = CardNode | NoteNode;

type FlowItems = {
  readonly nodes: CanvasNode[];
  readonly edges: WireEdge[];
  readonly onNodesChange: (changes: readonly NodeChange<CanvasNode>[]) => void;
  readonly onEdgesChange: (changes: readonly EdgeChange<WireEdge>[]) => void;
  readonly onNodeDragStop: (event: MouseEvent | TouchEvent | React.MouseEvent) => void;
};

const still: ReadonlyMap<string, Point> = new Map();
/** More cards than these do not move with the hand: their outline does. */
const MANY = 40;

/** What React Flow shows, and what it says back: selections go to the store, a drag once it ends. */
export function useFlowItems(opening: Viewport, isFar: boolean): FlowItems {
  const { nodesById, edgesById, notesById, definitions } = useEditor((state) => state.document);
  const catalogue = useEditor((state) => state.catalogue);
  const selectedNodes = useEditor(({ view }) => view.selectedNodes);
  const selectedEdges = useEditor(({ view }) => view.selectedEdges);
  const selectedNotes = useEditor(({ view }) => view.selectedNotes);
  const wireFrom = useCanvas(({ connecting }) => connecting?.from.node);
  const [moving, setMoving] = useState(still);
  const inHand = useRef(still);
  const [holding] = useState(createHolding);
  const [toFlow] = useState(createToFlow);
  const [notesToFlow] = useState(createNotesToFlow);
  const view = useView(opening, { isFar, covers: holding.covers });

  const document = useMemo(
    () => ({ nodesById, edgesById, definitions }),
    [nodesById, edgesById, definitions],
  );
  const held = useMemo(() => {
    const inHands = wireFrom === undefined ? moving.keys() : [...moving.keys(), wireFrom];
    return holding.hold({
      document,
      catalogue,
      view,
      inHand: inHands,
      selectedNodes,
      selectedEdges,
    });
  }, [holding, document, catalogue, view, moving, wireFrom, selectedNodes, selectedEdges]);
  const nodes = useMemo(() => {
    const { wiresOf } = holding.index;
    return toFlow.nodes({ document, catalogue, selectedNodes, moving, held, wiresOf });
  }, [toFlow, holding, document, catalogue, selectedNodes, moving, held]);
  const edges = useMemo(
    () => toFlow.edges({ document, selectedEdges, held }),
    [toFlow, document, selectedEdges, held],
  );
  const notes = useMemo(
    () => notesToFlow({ notesById, selectedNotes, moving }),
    [notesToFlow, notesById, selectedNotes, moving],
  );
  const all = useMemo(() => (notes.length === 0 ? nodes : [...notes, ...nodes]), [notes, nodes]);

  const onNodesChange = useCallback((changes: readonly NodeChange<CanvasNode>[]) => {
    takeSelection(changes, 'nodes');
    const places = changes.flatMap((change) => {
      const isMove = change.type === 'position' && change.position !== undefined;
      return isMove ? [[change.id, change.position!, change.dragging === true] as const] : [];
    });
    if (places.length === 0) return;
    const isDrag = places.some(([, , dragging]) => dragging);
    const isEnd = !isDrag && inHand.current.size > 0;
    if (isDrag) {
      if (inHand.current.size === 0) setCanvas({ dragging: true });
      const now = places.map(([id, to]) => [id, to] as const);
      inHand.current = new Map([...inHand.current, ...now]);
      if (inHand.current.size > MANY) showMoved(inHand.current);
      else setMoving(inHand.current);
    } else if (!isEnd) {
      // Arrow keys: a burst of them is one step.
      moveItems(new Map(places.map(([id, place]) => [id, place] as const)), { group: 'keys' });
    }
  }, []);

  const onNodeDragStop = useCallback(() => {
    const places = inHand.current;
    inHand.current = still;
    setMoving(still);
    setCanvas({ moved: undefined, dragging: false });
    if (!intoWire(places)) moveItems(places);
  }, []);

  const onEdgesChange = useCallback((changes: readonly EdgeChange<WireEdge>[]) => {
    takeSelection(changes, 'edges');
  }, []);

  return { nodes: all, edges, onNodesChange, onEdgesChange, onNodeDragStop };
}

/** The outline is made once, at the start of the drag; then only its place changes. */
function showMoved(places: ReadonlyMap<string, Point>): void {
  const graph = editor.get().document;
  const [first] = places;
  const from = first && boxOf(first[0], graph);
  if (first === undefined || from === undefined) return;
  const [, { x, y }] = first;
  const { moved } = useCanvas.getState();
  const outline = moved?.outline ?? outlineOf(places.keys(), graph);
  setCanvas({ moved: { outline, by: { x: x - from.x, y: y - from.y } } });
}

type Boxed = Pick<DocumentSlice, 'nodesById' | 'notesById'>;

function outlineOf(ids: Iterable<string>, graph: Boxed): string {
  return Array.from(ids, (id) => {
    const box = boxOf(id, graph);
    return box && `M${box.x} ${box.y}h${box.width}v${box.height}h${-box.width}z`;
  }).join('');
}

function boxOf(id: string, { nodesById, notesById }: Boxed): Box | undefined {
  const note = notesById.get(noteIdOf(id) ?? '');
  if (note !== undefined) return noteBox(note);
  const node = nodesById.get(id);
  return node && cardBox(node);
}

type Selecting = { readonly type: string; readonly id?: string; readonly selected?: boolean };

function takeSelection(changes: readonly object[], kind: 'nodes' | 'edges'): void {
  const selecting = (changes as readonly Selecting[]).filter(({ type }) => type === 'select');
  if (selecting.length === 0) return;
  const { selectedNodes, selectedEdges, selectedNotes } = editor.get().view;
  const next = { nodes: selectedNodes, edges: selectedEdges, notes: selectedNotes };
  for (const [group, own] of Map.groupBy(selecting, ({ id = '' }) => kindOf(id, kind))) {
    const ids = new Set(next[group]);
    for (const { id = '', selected } of own) {
      const known = noteIdOf(id) ?? id;
      if (selected === true) ids.add(known);
      else ids.delete(known);
    }
    next[group] = ids;
  }
  editor.select(next.nodes, next.edges, next.notes);
}

const kindOf = (id: string, kind: 'nodes' | 'edges'): 'nodes' | 'edges' | 'notes' =>
  noteIdOf(id) === undefined ? kind : 'notes';

/** A node without wires that is dropped on a wire goes into its middle. */
function intoWire(places: ReadonlyMap<string, Point>): boolean {
  const [moved, another] = places;
  if (moved === undefined || another !== undefined) return false;
  const [id, position] = moved;
  const { document: graph, catalogue } = editor.get();
  const node = graph.nodesById.get(id);
  const isWired = [...graph.edgesById.values()].some(
    ({ from, to }) => from.node === id || to.node === id,
  );
  if (node === undefined || isWired) return false;
  const box = document
    .querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`)
    ?.getBoundingClientRect();
  if (box === undefined) return false;
  const edge = edgeAt({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
  if (edge === undefined) return false;
  return editor.dispatch(insertOnEdge(graph, catalogue, { ...node, position }, edge));
}

/** The wire under a point of the screen. */
export function edgeAt({ x, y }: Point): string | undefined {
  for (const element of document.elementsFromPoint(x, y)) {
    const id = element.closest('.react-flow__edge')?.getAttribute('data-id');
    if (typeof id === 'string') return id;
  }
  return undefined;
}
