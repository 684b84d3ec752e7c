/**
 * Which nodes and wires React Flow is given: those in view, those that were a moment ago and lie near it, so that a
 * hand that moves to and fro makes no card twice, and undrawn those that it has to know of.
 */
import { shallow } from 'zustand/shallow';
import { EsteiraError } from '#schemas/errors.ts';
import type { PipelineNode } from '#schemas/types.ts';
import { portsOf } from '../store/ports.ts';
import type { CatalogueSlice, DocumentSlice } from '../store/state.ts';
import { CARD, cardBox, cardHeight, overlaps, type Box } from './geometry.ts';
import { createGraphIndex, type GraphIndex, type Seen } from './graphIndex.ts';

export type Held = {
  /** In the document's order. */
  readonly nodes: readonly string[];
  /** Of these; the others are selected or at the end of a wire, and out of view. */
  readonly drawn: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
};

export type HoldingInput = {
  readonly document: Pick<DocumentSlice, 'nodesById' | 'edgesById' | 'definitions'>;
  readonly catalogue: Pick<CatalogueSlice, 'types'>;
  /** Undefined where no card is drawn, as from afar. */
  readonly view: Box | undefined;
  /** Nodes that a hand holds: they are drawn wherever they are. */
  readonly inHand: Iterable<string>;
  readonly selectedNodes: ReadonlySet<string>;
  readonly selectedEdges: ReadonlySet<string>;
};

/** So many cards are kept at most beside those in view: each takes part in what the browser does for a frame. */
const MOST = 320;

export function createHolding(): {
  readonly hold: (input: HoldingInput) => Held;
  /** Whether all that a view shows is among what is held, so that nothing has to be done for it. */
  readonly covers: (view: Box) => boolean;
  readonly index: GraphIndex;
} {
  const index = createGraphIndex();
  let last: Seen = { nodes: new Set(), edges: new Set() };
  // React Flow asks at each change of anything, many times in one edit, mostly about the same view.
  let covered: Box | undefined;
  let heightOf: (node: PipelineNode) => number = () => CARD.height;
  return {
    index,
    covers(view) {
      if (covered !== undefined && shallow(covered, view)) return true;
      const seen = index.within(view, heightOf);
      const isCovered = seen.nodes.isSubsetOf(last.nodes) && seen.edges.isSubsetOf(last.edges);
      covered = isCovered ? view : undefined;
      return isCovered;
    },
    hold({ document, catalogue, view, inHand, selectedNodes, selectedEdges }) {
      covered = undefined;
      if (view === undefined) return none;
      index.follow(document);
      heightOf = heightIn(document, catalogue);
      const seen = index.within(view, heightOf);
      for (const id of inHand) {
        seen.nodes.add(id);
        for (const wire of index.wireIdsOf(id)) seen.edges.add(wire);
      }
      keepNear(seen, last, document, view);
      last = { nodes: new Set(seen.nodes), edges: new Set(seen.edges) };
      for (const id of selectedEdges) seen.edges.add(id);
      const drawn = last.nodes;
      for (const id of selectedNodes) seen.nodes.add(id);
      for (const id of seen.edges) {
        const edge = document.edgesById.get(id);
        if (edge !== undefined) seen.nodes.add(edge.from.node).add(edge.to.node);
      }
      return { nodes: index.sorted(seen.nodes), drawn, edges: seen.edges };
    },
  };
}

const none: Held = { nodes: [], drawn: new Set(), edges: new Set() };

/** Adds what was drawn before and is no further from the view than the view is large. */
function keepNear(
  seen: Seen,
  last: Seen,
  { nodesById, edgesById }: HoldingInput['document'],
  view: Box,
): void {
  const { x, y, width, height } = view;
  const wide = { x: x - width, y: y - height, width: 3 * width, height: 3 * height };
  const kept = [...last.nodes].filter((id) => {
    const node = nodesById.get(id);
    return node !== undefined && !seen.nodes.has(id) && overlaps(cardBox(node), wide);
  });
  if (seen.nodes.size + kept.length > MOST) return;
  for (const id of kept) seen.nodes.add(id);
  for (const id of last.edges) {
    const edge = edgesById.get(id);
    if (edge === undefined) continue;
    if (seen.nodes.has(edge.from.node) || seen.nodes.has(edge.to.node)) seen.edges.add(id);
  }
}

function heightIn(
  document: HoldingInput['document'],
  catalogue: HoldingInput['catalogue'],
): (node: PipelineNode) => number {
  return (node) => {
    const ports = portsOf(catalogue, document, node);
    return ports instanceof EsteiraError ? CARD.height : cardHeight(ports);
  };
}
