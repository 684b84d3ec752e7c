import { useStore, useStoreApi } from '@xyflow/react';
import { useEffect, useRef, type ReactNode } from 'react';
import type { PipelineNode } from '#schemas/types.ts';
import { editor } from '../store/theEditor.ts';
import type { State } from '../store/state.ts';
import { CARD } from './geometry.ts';
import { paintNotes } from './notes/paintNotes.ts';
import { cardState } from './nodeState.ts';
import './Overview.css';

const FAR = 0.3;
const MANY = 150;

/** Far from many nodes, cards cannot be read: one picture is drawn instead, which costs a fraction. */
export function useIsOverview(count: number): boolean {
  const isFar = useStore(({ transform }) => transform[2] < FAR);
  return isFar && count > MANY;
}

type Viewport = readonly [x: number, y: number, zoom: number];

export function Overview(): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  const flow = useStoreApi();
  useEffect(() => {
    let frame = 0;
    const draw = (): void => {
      frame = 0;
      if (canvas.current !== null) paint(canvas.current, flow.getState().transform, editor.get());
    };
    const soon = (): void => {
      if (frame === 0) frame = requestAnimationFrame(draw);
    };
    const stops = [flow.subscribe(soon), editor.store.subscribe(soon)];
    soon();
    return () => {
      cancelAnimationFrame(frame);
      for (const stop of stops) stop();
    };
  }, [flow]);
  return <canvas ref={canvas} className="overview" aria-hidden />;
}

function paint(canvas: HTMLCanvasElement, [x, y, zoom]: Viewport, state: State): void {
  const { clientWidth: width, clientHeight: height } = canvas;
  const ratio = devicePixelRatio;
  if (canvas.width !== width * ratio || canvas.height !== height * ratio) {
    canvas.width = width * ratio;
    canvas.height = height * ratio;
  }
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  context.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * x, ratio * y);
  const seen = {
    left: -x / zoom,
    top: -y / zoom,
    right: (width - x) / zoom,
    bottom: (height - y) / zoom,
  };
  const colours = coloursOf(canvas);
  paintNotes(context, state, zoom);
  paintWires(context, state, zoom, colours.wire);
  for (const node of state.document.nodesById.values()) {
    const { position } = node;
    const isSeen =
      position.x < seen.right &&
      position.x + CARD.width > seen.left &&
      position.y < seen.bottom &&
      position.y + CARD.height > seen.top;
    if (isSeen) paintNode(context, node, { state, colours, zoom });
  }
}

function paintWires(
  context: CanvasRenderingContext2D,
  { document }: State,
  zoom: number,
  colour: string,
): void {
  context.beginPath();
  for (const { from, to } of document.edgesById.values()) {
    const a = document.nodesById.get(from.node)?.position;
    const b = document.nodesById.get(to.node)?.position;
    if (a === undefined || b === undefined) continue;
    context.moveTo(a.x + CARD.width, a.y + CARD.height / 2);
    context.lineTo(b.x, b.y + CARD.height / 2);
  }
  context.lineWidth = 1 / zoom;
  context.strokeStyle = colour;
  context.stroke();
}

const names = ['surface', 'line', 'wire', 'done', 'failed', 'running', 'stale', 'accent'] as const;
type Colours = Readonly<Record<(typeof names)[number], string>>;

/** Resolved by the browser in Overview.css, since a canvas knows no light-dark(). */
function coloursOf(canvas: HTMLCanvasElement): Colours {
  const style = getComputedStyle(canvas);
  const found = names.map((name) => [name, style.getPropertyValue(`--painted-${name}`)]);
  return Object.fromEntries(found) as Colours;
}

type Painted = { readonly state: State; readonly colours: Colours; readonly zoom: number };

/** Below this nobody sees that corners are round, and two plain boxes cost a fraction of a path. */
const ROUND = 0.15;

function paintNode(
  context: CanvasRenderingContext2D,
  { id, position }: PipelineNode,
  { state, colours, zoom }: Painted,
): void {
  const { x, y } = position;
  const isSelected = state.view.selectedNodes.has(id);
  const line = isSelected ? colours.accent : colours.line;
  const width = isSelected ? 10 : 5;
  if (zoom < ROUND) {
    context.fillStyle = line;
    context.fillRect(x - width / 2, y - width / 2, CARD.width + width, CARD.height + width);
    context.fillStyle = colours.surface;
    context.fillRect(x + width / 2, y + width / 2, CARD.width - width, CARD.height - width);
  } else {
    context.fillStyle = colours.surface;
    context.strokeStyle = line;
    context.lineWidth = width;
    context.beginPath();
    context.roundRect(x, y, CARD.width, CARD.height, 12);
    context.fill();
    context.stroke();
  }
  const mark = markOf(cardState(id, state), colours);
  if (mark === undefined) return;
  context.fillStyle = mark;
  context.fillRect(x, y, 24, CARD.height);
}

function markOf(state: string, colours: Colours): string | undefined {
  if (state === 'done' || state === 'cached') return colours.done;
  if (state === 'failed') return colours.failed;
  if (state === 'running' || state === 'queued') return colours.running;
  return state === 'stale' || state === 'unconfigured' ? colours.stale : undefined;
}
