/** Where a new card stands between others, and which of them make way for it. */
import { upstream } from '#schemas/graph.ts';
import type { PipelineNode } from '#schemas/types.ts';
import { pipelineOf } from '../store/document.ts';
import type { Point } from '../store/commands/nodes.ts';
import type { DocumentSlice } from '../store/state.ts';
import { CARD, cardBox, overlaps, snapped, type Box } from './geometry.ts';

export type Room = {
  readonly place: Point;
  /** Where cards stand then that make way, by node id. */
  readonly moved: ReadonlyMap<string, Point>;
};

/** Between two columns, as the graph is arranged, and the least that keeps wires apart. */
const GAP = 72;
const NARROW = 40;
/** From one row to the next, and around a card. */
const ROW = 104;
const MARGIN = 16;

/**
 * Between a node and those that its wires lead to: in the middle where there is room, else beside the node, and all that
 * follows makes way to the right.
 */
export function roomBetween(
  document: DocumentSlice,
  from: PipelineNode,
  to: readonly PipelineNode[],
): Room {
  const right = from.position.x + CARD.width;
  const left = Math.min(...to.map(({ position }) => position.x));
  const space = left - right;
  const rows = rowsOf(document, from, to);
  // Nothing follows, or it stands below or behind: there is no between from left to right.
  if (to.length === 0) return { place: freeAt(document, right + GAP, rows), moved: none };
  const middle = (right + left - CARD.width) / 2;
  if (space < 0) return { place: freeAt(document, middle, rows), moved: none };
  const isWide = space >= CARD.width + 2 * NARROW;
  const spots = isWide ? [middle, left - GAP - CARD.width, right + GAP] : [];
  const spot = spots.flatMap((x) => rowAt(document, x, rows) ?? [])[0];
  if (spot !== undefined) return { place: spot, moved: none };
  // A long wire may pass behind other cards: then it is right before its end that the new one is looked for.
  const gap = isWide ? GAP : Math.max(NARROW, Math.min(GAP, space));
  const x = isWide ? left : right + gap;
  const moved = makingWay(document, from, to, snapped(x + CARD.width + gap - left));
  return { place: freeAt(document, x, rows, moved), moved };
}

const none: ReadonlyMap<string, Point> = new Map();

/** The rows in which it would stand best: that of the end where fewer wires meet keeps their lines straight. */
function rowsOf(
  { edgesById }: DocumentSlice,
  from: PipelineNode,
  to: readonly PipelineNode[],
): readonly number[] {
  const ends = to.map(({ position }) => position.y);
  const last = ends.reduce((sum, y) => sum + y, 0) / Math.max(1, ends.length);
  const first = from.position.y;
  if (to.length !== 1) return [first, last];
  const edges = [...edgesById.values()];
  const isSplit = edges.some((edge) => edge.from.node === from.id && edge.to.node !== to[0]!.id);
  const isJoined = edges.some((edge) => edge.to.node === to[0]!.id && edge.from.node !== from.id);
  if (isSplit === isJoined) return [(first + last) / 2, first, last];
  return isSplit ? [last, first] : [first, last];
}

/** The first of the rows where nothing stands, or the nearest row above or below them. */
function freeAt(
  document: DocumentSlice,
  x: number,
  rows: readonly number[],
  moved: ReadonlyMap<string, Point> = none,
): Point {
  const [wanted = 0] = rows;
  const near = Array.from({ length: 40 }, (_, at) => [
    wanted + (at + 1) * ROW,
    wanted - (at + 1) * ROW,
  ]);
  const place = rowAt(document, x, [...rows, ...near.flat()], moved);
  return place ?? { x: snapped(x), y: Math.round(wanted) };
}

/** The first of the rows where nothing stands. */
function rowAt(
  { nodesById }: DocumentSlice,
  x: number,
  rows: readonly number[],
  moved: ReadonlyMap<string, Point> = none,
): Point | undefined {
  const column: Box[] = [];
  for (const node of nodesById.values()) {
    const box = cardBox({ position: moved.get(node.id) ?? node.position });
    if (overlaps(box, { ...CARD, x, y: box.y }, MARGIN)) column.push(box);
  }
  return rows
    .map((y) => ({ x: snapped(x), y: Math.round(y) }))
    .find((point) => !column.some((box) => overlaps({ ...point, ...CARD }, box, MARGIN)));
}

/** What the wires lead to and all after it goes to the right, and so does what it would come to lie on. */
function makingWay(
  document: DocumentSlice,
  from: PipelineNode,
  to: readonly PipelineNode[],
  by: number,
): ReadonlyMap<string, Point> {
  const { nodesById, edgesById } = document;
  const before = upstream(pipelineOf(document), [from.id]);
  const leaving = Map.groupBy(edgesById.values(), (edge) => edge.from.node);
  const standing = [...nodesById.values()].filter(({ id }) => !before.has(id));
  const takeUnder = cardsUnder(standing);
  const moved = new Map<string, Point>();
  const push = ({ id, position: { x, y } }: PipelineNode): void => {
    if (!before.has(id) && !moved.has(id)) moved.set(id, { x: x + by, y });
  };
  to.forEach(push);
  // A map grows while it is walked: whatever is pushed pushes in its turn, and is looked at once.
  for (const [id, place] of moved) {
    for (const wire of leaving.get(id) ?? []) {
      const next = nodesById.get(wire.to.node);
      if (next !== undefined) push(next);
    }
    takeUnder(place).forEach(push);
  }
  return moved;
}

/** Gives the cards that one at a place would lie on, each once; they are looked for in cells of the size of a card. */
function cardsUnder(nodes: readonly PipelineNode[]): (place: Point) => readonly PipelineNode[] {
  const cells = new Map<string | undefined, Set<PipelineNode>>();
  for (const node of nodes) {
    const [key] = cellsOf(node.position);
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, new Set([node]));
    else cell.add(node);
  }
  return (place) =>
    cellsOf(place).flatMap((key) => {
      const cell = cells.get(key) ?? new Set();
      const under = [...cell].filter((node) => overlaps({ ...place, ...CARD }, cardBox(node)));
      for (const node of under) cell.delete(node);
      return under;
    });
}

/** Its own cell first, then those around. */
function cellsOf({ x, y }: Point): readonly string[] {
  const [column, row] = [Math.floor(x / CARD.width), Math.floor(y / CARD.height)];
  const steps = [0, -1, 1];
  return steps.flatMap((dx) => steps.map((dy) => `${column + dx} ${row + dy}`));
}
