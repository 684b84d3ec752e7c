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
};

export type FlowNodesInput = Omit<FlowInput, 'selectedEdges'>;

/** Translates again and again; each remembers what it made last. */
export function createToFlow(): {
  readonly nodes: (input: FlowNodesInput) => CardNode[];
  readonly edges: (input: Pick<FlowInput, 'document' | 'selectedEdges'>) => WireEdge[];
} {
  let nodes = new Map<string, { readonly data: CardData; readonly flow: CardNode }>();
  let edges = new Map<string, WireEdge>();
  return {
    nodes: ({ document, catalogue, selectedNodes, moving }) => {
      const known = nodes;
      nodes = new Map();
      const wires = wiresOfUnknown(document, catalogue);
      return Array.from(document.nodesById.values(), (node) => {
        const before = known.get(node.id);
        const ports = drawnPorts(catalogue, document, node, wires);
        const data = keptData(before?.data, node, ports);
        const position = moving.get(node.id) ?? node.position;
        const isSelected = selectedNodes.has(node.id);
        const flow = keptNode(before?.flow, data, position, isSelected);
        nodes.set(node.id, { data, flow });
        return flow;
      });
    },
    edges: ({ document, selectedEdges }) => {
      const known = edges;
      edges = new Map();
      return Array.from(document.edgesById, ([id, edge]) => {
        const isSelected = selectedEdges.has(id);
        const before = known.get(id);
        const flow =
          before?.data?.edge === edge && before.selected === isSelected
            ? before
            : flowEdge(id, edge, isSelected);
        edges.set(id, flow);
        return flow;
      });
    },
  };
}

/** Nodes of types that are not installed get ports by their wires: without such nodes no wire is looked at. */
function wiresOfUnknown(
  { nodesById, edgesById }: FlowInput['document'],
  { types }: FlowInput['catalogue'],
): readonly Edge[] {
  for (const { type } of nodesById.values()) {
    if (!types.has(type)) return [...edgesById.values()];
  }
  return [];
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

function keptNode(
  before: CardNode | undefined,
  data: CardData,
  position: Point,
  selected: boolean,
): CardNode {
  const isSame =
    before?.data === data &&
    before.selected === selected &&
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
    width: CARD.width,
    height,
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
  };
}
