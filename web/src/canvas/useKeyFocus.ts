import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import type { DocumentSlice } from '../store/state.ts';
import { editor } from '../store/theEditor.ts';
import { heirOf } from './heirs.ts';
import { motion } from './motion.ts';
import { noteIdOf } from './notes/notesToFlow.ts';
import { outOf } from './outOf.ts';
import { cardOf } from './useGoTo.ts';

/** React Flow's id of the card, note or wire to which the Tab key led last; a click leads nowhere. */
let tabbed: string | undefined;

/** Where the keys are on the canvas: in view, and never lost with what is deleted. */
export function useKeyFocus(): void {
  const { getViewport, setViewport } = useReactFlow();
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key !== 'Tab') return;
      // Once the focus has moved.
      requestAnimationFrame(() => {
        const item = focusedItem();
        tabbed = item?.dataset['id'];
        if (item === undefined) return;
        const by = outOf(item);
        const { x, y, zoom } = getViewport();
        // What is seen now may not be where the view is on its way to, for an earlier key: it stops.
        if (by === undefined) void setViewport({ x, y, zoom });
        else void setViewport({ x: x + by.x, y: y + by.y, zoom }, motion());
      });
    };
    const onPointer = (): void => void (tabbed = undefined);
    addEventListener('keydown', onKey, true);
    addEventListener('pointerdown', onPointer, true);
    const leave = editor.store.subscribe(({ document: after }, { document: before, view }) => {
      if (after === before || after.id !== before.id) return;
      const chosen = [...view.selectedNodes, ...view.selectedEdges];
      const gone = [focusedItem()?.dataset['id'] ?? '', ...chosen].find(
        (id) => has(before, id) && !has(after, id),
      );
      if (gone !== undefined && hasFocus()) passOn(gone, before);
    });
    return () => {
      removeEventListener('keydown', onKey, true);
      removeEventListener('pointerdown', onPointer, true);
      leave();
    };
  }, [getViewport, setViewport]);
}

/** What the Tab key led to is what a key is about, though something else is selected still. */
export function takeTabbed(): void {
  const id = focusedItem()?.dataset['id'];
  const { document: graph, view } = editor.get();
  const { selectedNodes, selectedEdges, selectedNotes } = view;
  const isFree = selectedNodes.size + selectedEdges.size + selectedNotes.size === 0;
  if (id === undefined || (id !== tabbed && !isFree)) return;
  const note = noteIdOf(id);
  if (note !== undefined) {
    if (!selectedNotes.has(note)) editor.select([], [], [note]);
  } else if (graph.edgesById.has(id)) {
    if (!selectedEdges.has(id)) editor.select([], [id]);
  } else if (!selectedNodes.has(id)) editor.select([id]);
}

function focusedItem(): HTMLElement | SVGElement | undefined {
  const item = document.activeElement?.closest<HTMLElement | SVGElement>(
    '.react-flow__node, .react-flow__edge',
  );
  return item ?? undefined;
}

const hasFocus = (): boolean =>
  document.activeElement !== null && document.activeElement !== document.body;

type Graph = Pick<DocumentSlice, 'nodesById' | 'edgesById' | 'notesById'>;

const has = (graph: Graph, id: string): boolean =>
  graph.nodesById.has(id) || graph.edgesById.has(id) || graph.notesById.has(noteIdOf(id) ?? '');

/** Frames until what is deleted is no longer drawn, and the menu that asked for it has closed. */
const PATIENCE = 40;

function passOn(gone: string, before: Graph, frames = PATIENCE): void {
  requestAnimationFrame(() => {
    const isThere = document.querySelector(`.canvas [data-id="${CSS.escape(gone)}"]`) !== null;
    const isAsked = document.activeElement?.closest('[role="menu"]') instanceof Element;
    if ((isThere || isAsked) && frames > 0) passOn(gone, before, frames - 1);
    // What closes gives the keys back first, if to anybody.
    else requestAnimationFrame(() => takeOver(gone, before));
  });
}

function takeOver(gone: string, before: Graph): void {
  if (hasFocus()) return;
  const cards = document.querySelectorAll<HTMLElement>('.react-flow__node');
  const drawn = new Set(Array.from(cards, ({ dataset }) => dataset['id'] ?? ''));
  const heir = heirOf(gone, { before, drawn });
  const taker =
    heir === undefined ? document.querySelector<HTMLElement>('.empty-canvas button') : cardOf(heir);
  taker?.focus({ preventScroll: true });
}
