/** What the inspector looks at: a node, or the wire that leaves one of its outputs. */
import type { Edge, NodeType, PipelineNode, PortSpec } from '#schemas/types.ts';
import { drawnPorts } from '../store/ports.ts';
import type { State } from '../store/state.ts';
import { wiresInto } from '../store/wiresInto.ts';

export type PortAt = { readonly node: string; readonly port: PortSpec };

export type Target = {
  readonly kind: 'node' | 'wire';
  readonly node: PipelineNode;
  readonly type: NodeType | undefined;
  /** Of a wire, the one that it leaves. */
  readonly outputs: readonly PortSpec[];
  /** What comes in, by the ports that send it. */
  readonly inputs: readonly PortAt[];
};

type Parts = Pick<State, 'document' | 'catalogue'> & {
  readonly selectedNodes: ReadonlySet<string>;
  readonly selectedEdges: ReadonlySet<string>;
};

/** Undefined where nothing, or more than one thing, is selected. */
export function targetOf(parts: Parts): Target | undefined {
  const { document, selectedNodes, selectedEdges } = parts;
  if (selectedNodes.size === 1) {
    const node = document.nodesById.get([...selectedNodes][0]!);
    return node && nodeTarget(parts, node);
  }
  if (selectedNodes.size > 0 || selectedEdges.size !== 1) return undefined;
  const edge = document.edgesById.get([...selectedEdges][0]!);
  const from = edge && document.nodesById.get(edge.from.node);
  if (edge === undefined || from === undefined) return undefined;
  const target = nodeTarget(parts, from);
  const outputs = target.outputs.filter(({ name }) => name === edge.from.port);
  return { ...target, kind: 'wire', outputs, inputs: [] };
}

function nodeTarget({ document, catalogue }: Parts, node: PipelineNode): Target {
  const { outputs } = drawnPorts(catalogue, document, node, document.edgesById.values());
  const into = wiresInto(document.edgesById).get(node.id) ?? [];
  const inputs = into.flatMap((edge) => sender({ document, catalogue }, edge));
  return { kind: 'node', node, type: catalogue.types.get(node.type), outputs, inputs };
}

function sender(
  { document, catalogue }: Pick<Parts, 'document' | 'catalogue'>,
  { from }: Edge,
): readonly PortAt[] {
  const node = document.nodesById.get(from.node);
  if (node === undefined) return [];
  const { outputs } = drawnPorts(catalogue, document, node, document.edgesById.values());
  const port = outputs.find(({ name }) => name === from.port);
  return port === undefined ? [] : [{ node: node.id, port }];
}

/** Of the document that was asked about last: panels and cards ask at each change of anything. */
let known: { readonly of: State['document']; readonly keys: Map<string, string> } | undefined;

/** Everything that decides what is on a node's outputs, as text: a look is worth repeating only when it changes. */
export function upstreamKey(document: State['document'], id: string): string {
  if (known?.of !== document) known = { of: document, keys: new Map() };
  const key = known.keys.get(id) ?? writtenKey(document, id);
  known.keys.set(id, key);
  return key;
}

function writtenKey(document: State['document'], id: string): string {
  const into = wiresInto(document.edgesById);
  const seen = new Set<string>([id]);
  const parts: unknown[] = [document.seed, document.parameters, document.definitions];
  // A set grows while it is walked.
  for (const each of seen) {
    const node = document.nodesById.get(each);
    const edges = into.get(each) ?? [];
    parts.push([each, node?.type, node?.version, node?.params, edges]);
    for (const { from } of edges) seen.add(from.node);
  }
  return JSON.stringify(parts);
}
