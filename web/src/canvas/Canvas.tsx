import {
  ConnectionLineType,
  ReactFlow,
  SelectionMode,
  type EdgeTypes,
  type NodeTypes,
  useReactFlow,
  type Viewport,
} from '@xyflow/react';
import { useCallback, useState, type MouseEvent as ReactMouseEvent, type ReactNode } from 'react';
import { useEditor } from '../app/useEditor.ts';
import { useText } from '../i18n/useText.ts';
import { editor } from '../store/theEditor.ts';
import { setCanvas, useCanvas } from './canvasState.ts';
import { CanvasControls } from './CanvasControls.tsx';
import { CanvasMenu } from './CanvasMenu.tsx';
import { Dots } from './Dots.tsx';
import { EmptyCanvas } from './EmptyCanvas.tsx';
import { FileDrop } from './FileDrop.tsx';
import { GRID } from './geometry.ts';
import { Minimap } from './Minimap.tsx';
import { MovingGhost } from './MovingGhost.tsx';
import { NodeCard } from './NodeCard.tsx';
import { NoteCard } from './notes/NoteCard.tsx';
import { noteIdOf } from './notes/notesToFlow.ts';
import { Overview, useIsOverview } from './Overview.tsx';
import { PickerPanel } from './PickerPanel.tsx';
import { LostWires } from './LostWires.tsx';
import { ProblemNote } from '../fixes/ProblemNote.tsx';
import { RefusalNote } from './RefusalNote.tsx';
import { WIRE_WORD } from './toFlow.ts';
import { useAriaLabels } from './useAriaLabels.ts';
import { useClipboard } from './useClipboard.ts';
import { useConnecting } from './useConnecting.ts';
import { useFlowItems } from './useFlowItems.ts';
import { openingRoom } from './openRoom.ts';
import { firstViewport, keepViewport, MIN_ZOOM } from './viewport.ts';
import { useKeepInView } from './useKeepInView.ts';
import { useKeyFocus } from './useKeyFocus.ts';
import { useLit } from './useLit.ts';
import { useLifted } from './useLifted.ts';
import { useTapping } from './useTapping.ts';
import { useTravel } from './useTravel.ts';
import { isTyping } from './shortcutKeys.ts';
import { useLongPress, type Press } from './useLongPress.ts';
import { useShortcuts } from './useShortcuts.ts';
import { Wire } from './Wire.tsx';
import './Canvas.css';

const nodeTypes: NodeTypes = { card: NodeCard, note: NoteCard };
const edgeTypes: EdgeTypes = { wire: Wire };
const grid: [number, number] = [GRID, GRID];
const none: never[] = [];
/** Fewer nodes are seen at a glance. */
const MINIMAP_FROM = 13;

// Elements that are made once: each asks for what it shows itself, so an edit of the graph does not draw them again.
const minimap = <Minimap />;
const onGraph = (
  <>
    <Dots />
    <MovingGhost />
    <CanvasControls />
  </>
);
const aroundGraph = (
  <>
    <PickerPanel />
    <RefusalNote />
    <ProblemNote />
    <LostWires />
    <CanvasMenu />
    <FileDrop />
  </>
);

/** The graph. Stands within a ReactFlowProvider, which the palette shares. */
export function Canvas(): ReactNode {
  const [viewport] = useState(openingViewport);
  const count = useEditor(({ document }) => document.nodesById.size);
  const notes = useEditor(({ document }) => document.notesById.size);
  const isOverview = useIsOverview(count);
  const { nodes, edges, ...changes } = useFlowItems(viewport, isOverview);
  const connecting = useConnecting();
  const tapping = useTapping();
  useLifted();
  const labels = useAriaLabels();
  const say = useText();
  const panels = useEditor(({ view }) => view.panels);
  const showMenu = useShowMenu();
  const onPointerDown = useLongPress(showMenu);
  const openMenu = useCallback(
    (event: MouseEvent | ReactMouseEvent) => {
      event.preventDefault();
      showMenu(event);
    },
    [showMenu],
  );
  useShortcuts();
  useClipboard();
  useTravel();
  useKeepInView();
  useKeyFocus();
  useLit();
  const isLit = useCanvas((state) => state.lit !== undefined);
  return (
    <div className="canvas" data-lit={isLit} aria-label={say('canvas.label')} role="region">
      <ReactFlow
        onPointerDown={onPointerDown}
        onMouseDown={keepText}
        nodes={isOverview ? none : nodes}
        edges={isOverview ? none : edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        {...changes}
        {...connecting}
        {...tapping}
        connectionLineType={ConnectionLineType.Bezier}
        connectionRadius={28}
        ariaLabelConfig={labels}
        onPaneContextMenu={openMenu}
        onNodeContextMenu={openMenu}
        onEdgeContextMenu={openMenu}
        onSelectionContextMenu={openMenu}
        onPaneClick={close}
        onMoveStart={closeByHand}
        snapToGrid={panels.snap}
        snapGrid={grid}
        selectionMode={SelectionMode.Partial}
        multiSelectionKeyCode={multiKeys}
        deleteKeyCode={null}
        autoPanOnNodeFocus={false}
        minZoom={MIN_ZOOM}
        maxZoom={2}
        defaultViewport={viewport}
        onMoveEnd={rememberViewport}
        nodeDragThreshold={3}
        zoomOnDoubleClick={false}
        elevateNodesOnSelect
      >
        {panels.minimap && count + notes >= MINIMAP_FROM && minimap}
        {isOverview && <Overview />}
        {onGraph}
      </ReactFlow>
      <span id={WIRE_WORD} hidden>
        {say('aria.wire')}
      </span>
      {count + notes === 0 && <EmptyCanvas />}
      {aroundGraph}
    </div>
  );
}

const multiKeys = ['Shift', 'Meta', 'Control'];

const rememberViewport = (_: unknown, viewport: Viewport): void =>
  keepViewport(editor.get().document.id, viewport);

function openingViewport(): Viewport {
  return firstViewport(editor.get().document, openingRoom());
}

/**
 * Shift and a drag draw a box, and would mark the page's text on the way: then a copy would be of that text. Nor do the
 * keys stay in a field of the form.
 */
function keepText(event: ReactMouseEvent): void {
  if (!event.shiftKey || isTyping(event.target)) return;
  event.preventDefault();
  getSelection()?.removeAllRanges();
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

function close(): void {
  setCanvas({ menu: undefined, picker: undefined, refusal: undefined, lost: undefined });
}

/** What is open over the canvas stays while the view goes by itself, as it does for a form. */
function closeByHand(event: MouseEvent | TouchEvent | null): void {
  if (event !== null) close();
}

/** What the menu is about is what is under the pointer, unless that is part of the selection. */
function selectUnder(target: EventTarget | null): void {
  if (!(target instanceof Element)) return;
  const { selectedNodes, selectedEdges, selectedNotes } = editor.get().view;
  const node = target.closest('.react-flow__node')?.getAttribute('data-id') ?? undefined;
  const edge = target.closest('.react-flow__edge')?.getAttribute('data-id') ?? undefined;
  const note = noteIdOf(node ?? '');
  if (note !== undefined) {
    if (!selectedNotes.has(note)) editor.select([], [], [note]);
  } else if (node !== undefined && !selectedNodes.has(node)) editor.select([node]);
  else if (edge !== undefined && !selectedEdges.has(edge)) editor.select([], [edge]);
  else if (target.classList.contains('react-flow__pane')) editor.select([]);
}

function useShowMenu(): (press: Press) => void {
  const { screenToFlowPosition } = useReactFlow();
  return useCallback(
    ({ target, clientX, clientY }) => {
      selectUnder(target);
      const at = { x: clientX, y: clientY };
      setCanvas({ menu: { at, place: screenToFlowPosition(at) }, picker: undefined });
    },
    [screenToFlowPosition],
  );
}
