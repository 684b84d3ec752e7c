/** A graph as a small picture: where each node stands, and the curves between them. */
import type { Pipeline } from '#schemas/types.ts';

export type Picture = {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly Box[];
  /** SVG paths. */
  readonly wires: readonly string[];
};

export type Box = {
  readonly id: string;
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

type Size = { readonly width: number; readonly height: number };

/** A card on the canvas, in its units. */
const CARD = { width: 216, height: 72 };
/** Smaller than this a card is no longer seen; larger, the picture would shout. */
const LEAST = { width: 7, height: 6 };
const MOST_SCALE = 0.16;
/** Beyond so many, a picture of this size is a smear. */
const MOST_NODES = 300;
const MARGIN = 4;

type Graph = Pick<Pipeline, 'nodes' | 'edges'>;

/** The graph, as its owner arranged it, in the middle of a picture of the given size. */
export function graphPicture(graph: Graph, { width, height }: Size): Picture {
  const nodes = graph.nodes.slice(0, MOST_NODES);
  const xs = nodes.map(({ position }) => position.x);
  const ys = nodes.map(({ position }) => position.y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const across = Math.max(...xs) - left + CARD.width;
  const down = Math.max(...ys) - top + CARD.height;
  const scale = Math.min(MOST_SCALE, (width - 2 * MARGIN) / across, (height - 2 * MARGIN) / down);
  const card = {
    width: Math.max(LEAST.width, CARD.width * scale),
    height: Math.max(LEAST.height, CARD.height * scale),
  };
  const shiftX = (width - across * scale) / 2;
  const shiftY = (height - down * scale) / 2;
  const boxes = nodes.map(({ id, type, position }): Box => {
    const x = round(shiftX + (position.x - left) * scale);
    const y = round(shiftY + (position.y - top) * scale);
    return { id, type, x, y, width: round(card.width), height: round(card.height) };
  });
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const wires = graph.edges.flatMap(({ from, to }) => {
    const [start, end] = [byId.get(from.node), byId.get(to.node)];
    return start === undefined || end === undefined ? [] : [curve(start, end)];
  });
  return { width, height, nodes: boxes, wires };
}

function curve(from: Box, to: Box): string {
  const [x1, y1] = [from.x + from.width, from.y + from.height / 2];
  const [x2, y2] = [to.x, to.y + to.height / 2];
  // Back to the beginning of another line: between both lines, as on the canvas.
  if (x2 < x1) {
    const stem = 3;
    const path = ['M', x1, y1, 'h', stem, 'V', (y1 + y2) / 2, 'H', x2 - stem, 'V', y2, 'h', stem];
    return path.map((part) => (typeof part === 'number' ? round(part) : part)).join(' ');
  }
  const pull = Math.max(4, Math.abs(x2 - x1) / 2);
  const points = [x1 + pull, y1, x2 - pull, y2, x2, y2].map(round);
  return `M${round(x1)} ${round(y1)}C${points.join(' ')}`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
