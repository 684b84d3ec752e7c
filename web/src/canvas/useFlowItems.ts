import type { EdgeChange, NodeChange } from '@xyflow/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useEditor } from '../app/useEditor.ts';
import type { Point } from '../store/commands/nodes.ts';
import { insertOnEdge } from '../store/commands/wires.ts';
import { editor } from '../store/theEditor.ts';
import { moveItems } from './actions.ts';
import { createNotesToFlow, noteIdOf, type NoteNode } from './notes/notesToFlow.ts';
import { createToFlow, type CardNode, type WireEdge } from './toFlow.ts';

type CanvasNode = CardNode | NoteNode;

type FlowItems = {
  readonly nodes: CanvasNode[];
  readonly edges: WireEdge[];
  readonly onNodesChange: (changes: readonly NodeChange<CanvasNode>[]) => void;
  readonly onEdgesChange: (changes: readonly EdgeChange<WireEdge>[]) => void;
  readonly onNodeDragStop: (event: MouseEvent | TouchEvent | React.MouseEvent) => void;
};

const still: ReadonlyMap<string, Point> = new Map();

/** What React Flow shows, and what it says back: selections go to the store, a drag once it ends. */
export function useFlowItems(): FlowItems {
  const document = useEditor((state) => state.document);
  const catalogue = useEditor((state) => state.catalogue);
  const selectedNodes = useEditor(({ view }) => view.selectedNodes);
  const selectedEdges = useEditor(({ view }) => view.selectedEdges);
  const [moving, setMoving] = useState(still);
  const held = useRef(still);
  const [toFlow] = useState(createToFlow);
  const nodes = useMemo(
    () => toFlow.nodes({ document, catalogue, selectedNodes, moving }),
    [toFlow, document, catalogue, selectedNodes, moving],
  );
  const { notesById } = document;
  const selectedNotes = useEditor(({ view }) => view.selectedNotes);
  const [notesToFlow] = useState(createNotesToFlow);
  const notes = useMemo(
    () => notesToFlow({ notesById, selectedNotes, moving }),
    [notesToFlow, notesById, selectedNotes, moving],
  );
  const all = useMemo(() => (notes.length === 0 ? nodes : [...notes, ...nodes]), [notes, nodes]);
  const edges = useMemo(
    () => toFlow.edges({ document, selectedEdges }),
    [toFlow, document, selectedEdges],
  );

  const onNodesChange = useCallback((changes: readonly NodeChange<CanvasNode>[]) => {
    takeSelection(changes, 'nodes');
    const places = changes.flatMap((change) => {
      const isMove = change.type === 'position' && change.position !== undefined;
      return isMove ? [[change.id, change.position!, change.dragging === true] as const] : [];
    });
    if (places.length === 0) return;
    const isDrag = places.some(([, , dragging]) => dragging);
    const isEnd = !isDrag && held.current.size > 0;
    if (isDrag) {
      held.current = new Map([...held.current, ...places.map(([id, to]) => [id, to] as const)]);
      setMoving(held.current);
    } else if (!isEnd) {
      // Arrow keys: a burst of them is one step.
      moveItems(new Map(places.map(([id, place]) => [id, place] as const)), { group: 'keys' });
    }
  }, []);

  const onNodeDragStop = useCallback(() => {
    const places = held.current;
    held.current = still;
    setMoving(still);
    if (!intoWire(places)) moveItems(places);
  }, []);

  const onEdgesChange = useCallback((changes: readonly EdgeChange<WireEdge>[]) => {
    takeSelection(changes, 'edges');
  }, []);

  return { nodes: all, edges, onNodesChange, onEdgesChange, onNodeDragStop };
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
