import { Panel, useReactFlow, useStoreApi } from '@xyflow/react';
import {
  useEffect,
  useRef,
  useState,
  type PointerEvent,
  type ReactNode,
  type RefObject,
  type WheelEvent,
} from 'react';
import { useEditor } from '../app/useEditor.ts';
import { useText } from '../i18n/useText.ts';
import { followView } from './followView.ts';
import { boundsOf, CARD, cardBox, noteBox, type Box } from './geometry.ts';
import { isInView } from './viewport.ts';
import './Minimap.css';

/** Pixels, as in Minimap.css. */
const SIZE = { width: 168, height: 112 } as const;
const MARGIN = 8;
/** Of a canvas lower than this the map would cover a quarter, cards and all. */
const ROOM = 500;
/** Milliseconds. */
const LATER = 60;

type Scale = { readonly by: number; readonly x: number; readonly y: number };
type Drawn = Scale & { readonly bounds: Box };

/**
 * The whole graph in a corner. It is painted when the graph changes; a pan moves one box over the picture, so that it
 * costs the same with ten nodes and with ten thousand. A press brings its place into the middle of the view. While
 * all is in view, the map is away: it would show nothing new and cover cards.
 */
export function Minimap(): ReactNode {
  const theme = useEditor(({ view }) => view.theme);
  return <Picture key={theme} />;
}

function Picture(): ReactNode {
  const say = useText();
  const picture = useRef<HTMLCanvasElement>(null);
  const scale = usePicture(picture);
  const view = useViewBox(scale);
  const press = usePress(scale);
  return (
    <Panel
      position="bottom-right"
      className="minimap"
      role="img"
      hidden
      aria-label={say('canvas.minimap')}
      {...press}
    >
      <canvas ref={picture} />
      <div ref={view} className="minimap-view" />
    </Panel>
  );
}

function scaleFor({ x, y, width, height }: Box): Scale {
  const wide = SIZE.width - 2 * MARGIN;
  const tall = SIZE.height - 2 * MARGIN;
  const by = Math.min(wide / width, tall / height);
  return {
    by,
    x: (SIZE.width - width * by) / 2 - x * by,
    y: (SIZE.height - height * by) / 2 - y * by,
  };
}

/** Paints a moment after the graph has changed: the frame of the edit itself has enough to do. */
function usePicture(canvas: RefObject<HTMLCanvasElement | null>): Drawn {
  const [scale, setScale] = useState<Drawn>({ by: 0, x: 0, y: 0, bounds: { x: 0, y: 0, ...CARD } });
  const nodes = useEditor(({ document }) => document.nodesById);
  const notes = useEditor(({ document }) => document.notesById);
  useEffect(() => {
    const paintAll = (): void => {
      const boxes = {
        cards: Array.from(nodes.values(), cardBox),
        notes: Array.from(notes.values(), noteBox),
      };
      const bounds = boundsOf([...boxes.cards, ...boxes.notes]) ?? { x: 0, y: 0, ...CARD };
      const next = { ...scaleFor(bounds), bounds };
      if (canvas.current !== null) paint(canvas.current, next, boxes);
      setScale(next);
    };
    const timer = setTimeout(paintAll, LATER);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', paintAll);
    return () => {
      clearTimeout(timer);
      dark.removeEventListener('change', paintAll);
    };
  }, [canvas, nodes, notes]);
  return scale;
}

type Boxes = { readonly cards: readonly Box[]; readonly notes: readonly Box[] };

function paint(canvas: HTMLCanvasElement, { by, x, y }: Scale, { cards, notes }: Boxes): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const ratio = devicePixelRatio;
  canvas.width = SIZE.width * ratio;
  canvas.height = SIZE.height * ratio;
  context.setTransform(ratio * by, 0, 0, ratio * by, ratio * x, ratio * y);
  context.fillStyle = getComputedStyle(canvas).color;
  context.globalAlpha = 0.35;
  for (const note of notes) context.fillRect(note.x, note.y, note.width, note.height);
  context.globalAlpha = 1;
  for (const card of cards) context.fillRect(card.x, card.y, card.width, card.height);
}

/** Moves by itself, without React, since it follows every frame of a pan. */
function useViewBox(scale: Drawn): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  const flow = useStoreApi();
  useEffect(() => {
    const place = (): void => {
      const { transform, width, height } = flow.getState();
      if (box.current === null || width === 0 || scale.by === 0) return;
      const [x, y, zoom] = transform;
      const map = box.current.parentElement;
      const isAll = isInView(scale.bounds, { x, y, zoom }, { width, height });
      if (map !== null) map.hidden = isAll || height < ROOM;
      const { style } = box.current;
      style.transform = `translate(${scale.x - (x / zoom) * scale.by}px, ${scale.y - (y / zoom) * scale.by}px)`;
      style.width = `${(width / zoom) * scale.by}px`;
      style.height = `${(height / zoom) * scale.by}px`;
    };
    return followView(flow, place);
  }, [flow, scale]);
  return box;
}

type Press = {
  readonly onPointerDown: (event: PointerEvent<HTMLDivElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLDivElement>) => void;
  readonly onWheel: (event: WheelEvent) => void;
};

function usePress(scale: Scale): Press {
  const { getZoom, setCenter, zoomIn, zoomOut } = useReactFlow();
  const go = ({ currentTarget, clientX, clientY }: PointerEvent<HTMLDivElement>): void => {
    const { left, top } = currentTarget.getBoundingClientRect();
    if (scale.by === 0) return;
    const place = { x: clientX - left - 1 - scale.x, y: clientY - top - 1 - scale.y };
    void setCenter(place.x / scale.by, place.y / scale.by, { zoom: getZoom() });
  };
  return {
    onPointerDown: (event) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      go(event);
    },
    onPointerMove: (event) => {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) go(event);
    },
    onWheel: ({ deltaY }) => void (deltaY < 0 ? zoomIn() : zoomOut()),
  };
}
