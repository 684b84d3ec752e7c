/**
 * The only translation from the document to React Flow. Sizes and handles are given, so that nothing is measured, and
 * an item that does not change stays the same object, so that nothing draws again for it.
 */
import { Position, type Edge as FlowEdge, type Node as FlowNode } from '@xyflow/react';
import type { Edge, PipelineNode, PortSpec } from '#schemas/types.ts';
import { drawnPorts, type PortSpecs } from '../store/ports.ts';
import type { CatalogueSlice, DocumentSlice } from '../store/state.ts';
import type { Point } from '../store/commands/nodes.ts';
import { CARD, cardHeight, DOT, portY } from './geometry.ts';
import type { Held } from './holding.ts';

export type CardData = {
  readonly node: PipelineNode;
  readonly ports: PortSpecs;
};

export type CardNode = FlowNode<CardData, 'card'>;
export type WireEdge = FlowEdge<{ readonly edge: Edge }, 'wire'>;

export type FlowInput = {
  readonly document: Pick<DocumentSlice, 'nodesById' | 'edgesById' | 'definitions'>;
  readonly catalogue: Pick<CatalogueSlice, 'types'>;
  readonly selectedNodes: ReadonlySet<string>;
  readonly selectedEdges: ReadonlySet<string>;
  /** Where nodes are while the hand moves them; the document follows at the end. */
  readonly moving: ReadonlyMap<string, Point>;
  /** Which are translated; all, where it is not said. */
  readonly held?: Held;
  /** The wires of a node, where somebody knows them without looking at all. */
  readonly wiresOf?: (node: string) => Iterable<Edge>;
};

export type FlowNodesInput = Omit<FlowInput, 'selectedEdges'>;
export type FlowEdgesInput = Pick<FlowInput, 'selectedEdges' | 'held'> & {
  readonly document: Pick<DocumentSlice, 'edgesById'>;
};

/** Translates again and again; each remembers what it made last, and gives the same list while nothing in it changes. */
export function createToFlow(): {
  readonly nodes: (input: FlowNodesInput) => CardNode[];
  readonly edges: (input: FlowEdgesInput) => WireEdge[];
} {
  let nodes = new Map<string, CardNode>();
  let edges = new Map<string, WireEdge>();
  let lists: { readonly nodes: CardNode[]; readonly edges: WireEdge[] } = { nodes: [], edges: [] };
  return {
    nodes: (input) => {
      const known = nodes;
      const { nodesById } = input.document;
      nodes = new Map();
      for (const id of input.held?.nodes ?? nodesById.keys()) {
        const node = nodesById.get(id);
        if (node !== undefined) nodes.set(id, flowNode(node, input, known.get(id)));
      }
      lists = { ...lists, nodes: keptList(lists.nodes, [...nodes.values()]) };
      return lists.nodes;
    },
    edges: ({ document, selectedEdges, held }) => {
      const known = edges;
      edges = new Map();
      for (const id of held?.edges ?? document.edgesById.keys()) {
        const edge = document.edgesById.get(id);
        if (edge === undefined) continue;
        const isSelected = selectedEdges.has(id);
        const before = known.get(id);
        const isSame = before?.data?.edge === edge && before.selected === isSelected;
        edges.set(id, isSame ? before : flowEdge(id, edge, isSelected));
      }
      lists = { ...lists, edges: keptList(lists.edges, [...edges.values()]) };
      return lists.edges;
    },
  };
}

function keptList<T>(before: T[], after: T[]): T[] {
  const isSame = before.length === after.length && before.every((item, at) => item === after[at]);
  return isSame ? before : after;
}

function flowNode(
  node: PipelineNode,
  { document, catalogue, selectedNodes, moving, held, wiresOf }: FlowNodesInput,
  before: CardNode | undefined,
): CardNode {
  const wires = catalogue.types.has(node.type)
    ? []
    : (wiresOf?.(node.id) ?? document.edgesById.values());
  const data = keptData(before?.data, node, drawnPorts(catalogue, document, node, wires));
  return keptNode(before, {
    data,
    position: moving.get(node.id) ?? node.position,
    selected: selectedNodes.has(node.id),
    hidden: held !== undefined && !held.drawn.has(node.id),
  });
}

function keptData(before: CardData | undefined, node: PipelineNode, ports: PortSpecs): CardData {
  const isSame =
    before?.node === node &&
    samePorts(before.ports.inputs, ports.inputs) &&
    samePorts(before.ports.outputs, ports.outputs);
  return isSame ? before : { node, ports };
}

function samePorts(before: readonly PortSpec[], after: readonly PortSpec[]): boolean {
  if (before === after) return true;
  return (
    before.length === after.length && before.every((port, at) => port.name === after[at]?.name)
  );
}

type Shown = Required<Pick<CardNode, 'data' | 'position' | 'selected' | 'hidden'>>;

function keptNode(before: CardNode | undefined, shown: Shown): CardNode {
  const { data, position, selected, hidden } = shown;
  const isSame =
    before?.data === data &&
    before.selected === selected &&
    before.hidden === hidden &&
    before.position.x === position.x &&
    before.position.y === position.y;
  if (isSame) return before;
  const height = cardHeight(data.ports);
  return {
    id: data.node.id,
    type: 'card',
    position,
    data,
    selected,
    hidden,
    width: CARD.width,
    height,
    domAttributes:
      before?.domAttributes ?? namedBy(cardNameId(data.node.id), cardStateId(data.node.id)),
    handles:
      before?.data === data && before.handles !== undefined
        ? before.handles
        : handlesOf(data.ports, height),
  };
}

function handlesOf({ inputs, outputs }: PortSpecs, height: number): CardNode['handles'] & object {
  const place = (index: number, count: number): { y: number; width: number; height: number } => ({
    y: portY(index, count, height) - DOT / 2,
    width: DOT,
    height: DOT,
  });
  return [
    ...inputs.map(({ name }, index) => ({
      id: name,
      type: 'target' as const,
      position: Position.Left,
      x: -DOT / 2,
      ...place(index, inputs.length),
    })),
    ...outputs.map(({ name }, index) => ({
      id: name,
      type: 'source' as const,
      position: Position.Right,
      x: CARD.width - DOT / 2,
      ...place(index, outputs.length),
    })),
  ];
}

function flowEdge(id: string, edge: Edge, selected: boolean): WireEdge {
  const { from, to } = edge;
  return {
    id,
    type: 'wire',
    source: from.node,
    sourceHandle: from.port,
    target: to.node,
    targetHandle: to.port,
    selected,
    data: { edge },
    domAttributes: namedBy(WIRE_WORD, cardNameId(from.node), cardNameId(to.node)),
  };
}

/**
 * What readers of screens say of a card or a wire is what stands on it: nothing has to be drawn again when it changes.
 * React Flow's own words for what it is are English, so its role alone says it.
 */
function namedBy(...ids: readonly string[]): { readonly [name: string]: string | undefined } {
  return { 'aria-labelledby': ids.join(' '), 'aria-roledescription': undefined };
}

/** Of the element that says what a wire is. */
export const WIRE_WORD = 'canvas-wire-word';
export const cardNameId = (node: string): string => `card-name-${node}`;
export const cardStateId = (node: string): string => `card-state-${node}`;
