import type { EsteiraError } from '../errors.ts';
import type { Edge, NodeName, PipelineNode, PortRef, PortSpec, PortType } from '../types.ts';

/** What has nodes and edges: a pipeline or a definition. */
export type Graph = {
  readonly nodes: readonly PipelineNode[];
  readonly edges: readonly Edge[];
};

/** What the rules need of a port; a published PortSpec has it. */
export type GraphPort = Pick<PortSpec, 'name' | 'type'> &
  Partial<Pick<PortSpec, 'required' | 'many'>> & { readonly sameAs?: string | undefined };

export type NodePorts = {
  readonly inputs: readonly GraphPort[];
  readonly outputs: readonly GraphPort[];
};

/**
 * The ports of a node; they may depend on its params. An error says why they are not known (a type
 * that is not installed, a newer version, a subflow that is missing); such a node's wires are kept
 * and not judged.
 */
export type PortLookup = (node: PipelineNode) => NodePorts | EsteiraError;

/** What people call a node. */
export function nodeName(node: Pick<PipelineNode, 'id' | 'label'>): string {
  return node.label === undefined || node.label === '' ? node.id : node.label;
}

/** The same for a message, which is said in the reader's language. */
export function nodeTitle(
  { id, label, type }: Pick<PipelineNode, 'id' | 'label' | 'type'>,
  port?: string,
): NodeName {
  return {
    node: id,
    type,
    ...(label === undefined || label === '' ? {} : { label }),
    ...(port === undefined ? {} : { port }),
  };
}

/** A key for a port within one graph. Ids hold no dot. */
export function portKey(port: PortRef): string {
  return `${port.node}.${port.port}`;
}

/** An edge has no id of its own: its two ends are its id, and no two edges of a graph are equal. */
export function edgeId(edge: Edge): string {
  return `${portKey(edge.from)}>${portKey(edge.to)}`;
}

/** Whether an output of one type may be wired to an input of another. */
export function typesFit(from: PortType, to: PortType): boolean {
  return from === to || from === 'any' || to === 'any';
}
