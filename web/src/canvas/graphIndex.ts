/** Where the nodes and wires of a graph stand, by cells of the plane, so that a look at a part of it costs that part. */
import type { Edge, PipelineNode } from '#schemas/types.ts';
import { changedIds } from '../store/change.ts';
import type { Point } from '../store/commands/nodes.ts';
import type { DocumentSlice } from '../store/state.ts';
import { CARD, overlaps, type Box } from './geometry.ts';

type Graph = Pick<DocumentSlice, 'nodesById' | 'edgesById'>;

export type Seen = { readonly nodes: Set<string>; readonly edges: Set<string> };

export type GraphIndex = {
  /** Follows the document; costs what has changed since the last time. */
  readonly follow: (graph: Graph) => void;
  /** The nodes that reach into a box, and the wires between whose ends some of it lies. */
  readonly within: (box: Box, heightOf: (node: PipelineNode) => number) => Seen;
  readonly wiresOf: (node: string) => readonly Edge[];
  readonly wireIdsOf: (node: string) => Iterable<string>;
  /** In the document's order, which is that of the Tab key. */
  readonly sorted: (nodes: Iterable<string>) => readonly string[];
};

/** Pixels at zoom 1. A wire that reaches further than a cell is looked at by itself. */
const CELL = 512;

const nothing: ReadonlySet<string> = new Set();

export function createGraphIndex(): GraphIndex {
  let graph: Graph = { nodesById: new Map(), edgesById: new Map() };
  const cells = new Map<string, Set<string>>();
  const wires = new Map<string, Set<string>>();
  const long = new Set<string>();
  let ranks: Map<string, number> | undefined;

  const boxOf = ({ from, to }: Edge): Box | undefined => {
    const a = graph.nodesById.get(from.node)?.position;
    const b = graph.nodesById.get(to.node)?.position;
    return a && b && around(a, b);
  };
  const measure = (id: string): void => {
    const edge = graph.edgesById.get(id);
    const box = edge && boxOf(edge);
    if (box !== undefined && Math.max(box.width - CARD.width, box.height) > CELL) long.add(id);
    else long.delete(id);
  };
  const followNodes = (before: Graph, after: Graph): ReadonlySet<string> => {
    const changed = changedIds(before.nodesById, after.nodesById);
    for (const id of changed) {
      const was = before.nodesById.get(id)?.position;
      const is = after.nodesById.get(id)?.position;
      if (was !== undefined) drop(cells, cellOf(was), id);
      if (is !== undefined) put(cells, cellOf(is), id);
      if (was === undefined || is === undefined) ranks = undefined;
    }
    return changed;
  };
  const followEdges = (before: Graph, after: Graph): ReadonlySet<string> => {
    const changed = changedIds(before.edgesById, after.edgesById);
    for (const id of changed) {
      const was = before.edgesById.get(id);
      const is = after.edgesById.get(id);
      if (was !== undefined) for (const end of endsOf(was)) drop(wires, end, id);
      if (is !== undefined) for (const end of endsOf(is)) put(wires, end, id);
    }
    return changed;
  };

  return {
    follow(next) {
      const before = graph;
      graph = next;
      const nodes = followNodes(before, next);
      const edges = followEdges(before, next);
      for (const id of edges) measure(id);
      for (const node of nodes) for (const id of wires.get(node) ?? nothing) measure(id);
    },
    within(box, heightOf) {
      const seen: Seen = { nodes: new Set(), edges: new Set() };
      const look = (id: string): void => {
        const edge = graph.edgesById.get(id);
        const its = edge && boxOf(edge);
        if (its !== undefined && overlaps(its, box)) seen.edges.add(id);
      };
      for (const id of near(cells, box)) {
        const node = graph.nodesById.get(id);
        if (node === undefined) continue;
        const { x, y } = node.position;
        const card = { x, y, width: CARD.width, height: heightOf(node) };
        if (overlaps(card, box)) seen.nodes.add(id);
        for (const wire of wires.get(id) ?? nothing) look(wire);
      }
      for (const id of long) look(id);
      return seen;
    },
    wiresOf: (node) =>
      [...(wires.get(node) ?? nothing)].flatMap((id) => graph.edgesById.get(id) ?? []),
    wireIdsOf: (node) => wires.get(node) ?? nothing,
    sorted(nodes) {
      ranks ??= new Map([...graph.nodesById.keys()].map((id, at) => [id, at]));
      const known = ranks;
      return [...nodes]
        .filter((id) => known.has(id))
        .toSorted((a, b) => known.get(a)! - known.get(b)!);
    },
  };
}

const endsOf = ({ from, to }: Edge): readonly string[] => [from.node, to.node];

const cell = (place: number): number => Math.floor(place / CELL);
const cellOf = ({ x, y }: Point): string => `${cell(x)} ${cell(y)}`;

function put(sets: Map<string, Set<string>>, key: string, id: string): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([id]));
  else set.add(id);
}

function drop(sets: Map<string, Set<string>>, key: string, id: string): void {
  const set = sets.get(key);
  set?.delete(id);
  if (set?.size === 0) sets.delete(key);
}

/** What stands in the cells of a box and in those around it, from where cards and wires reach into it. */
function* near(
  cells: ReadonlyMap<string, ReadonlySet<string>>,
  { x, y, width, height }: Box,
): Iterable<string> {
  const [left, right] = [cell(x) - 1, cell(x + width) + 1];
  const [top, bottom] = [cell(y) - 1, cell(y + height) + 1];
  // From afar there are fewer cells with something in them than cells in the box.
  if ((right - left + 1) * (bottom - top + 1) > cells.size) {
    for (const ids of cells.values()) yield* ids;
    return;
  }
  for (let column = left; column <= right; column += 1) {
    for (let row = top; row <= bottom; row += 1) {
      yield* cells.get(`${column} ${row}`) ?? nothing;
    }
  }
}

function around(a: Point, b: Point): Box {
  const [left, top] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  const width = Math.max(a.x, b.x) + CARD.width - left;
  return { x: left, y: top, width, height: Math.max(a.y, b.y) + CARD.height - top };
}
