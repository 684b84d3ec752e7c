/** The ports of nodes, with their words, by the catalogue; those of subflows by the pipeline's definitions. */
import { EsteiraError } from '#schemas/errors.ts';
import { nodeTitle, type PortLookup } from '#schemas/graph.ts';
import type { Definition, Edge, NodeType, PipelineNode, PortSpec } from '#schemas/types.ts';
import type { CatalogueSlice, DocumentSlice } from './state.ts';

export type PortSpecs = {
  readonly inputs: readonly PortSpec[];
  readonly outputs: readonly PortSpec[];
};

const none: PortSpecs = { inputs: [], outputs: [] };
const ofDefinition = new WeakMap<Definition, PortSpecs>();

/** Undefined where the type is not installed: such a node has the ports that its wires name. */
export function typeOf(
  { types }: Pick<CatalogueSlice, 'types'>,
  node: Pick<PipelineNode, 'type'>,
): NodeType | undefined {
  return types.get(node.type);
}

export function portsOf(
  catalogue: Pick<CatalogueSlice, 'types'>,
  { definitions }: Pick<DocumentSlice, 'definitions'>,
  node: PipelineNode,
): PortSpecs | EsteiraError {
  const type = typeOf(catalogue, node);
  if (type === undefined) {
    return new EsteiraError('node-type-unknown', { name: nodeTitle(node), type: node.type });
  }
  const { definition } = node.params;
  const isSubflow = type.category === 'control' && 'definition' in paramsOf(type);
  if (!isSubflow) return type;
  if (typeof definition !== 'string' || !Object.hasOwn(definitions, definition)) {
    return type.inputs.length + type.outputs.length > 0 ? type : none;
  }
  return definitionPorts(definitions[definition]!);
}

function paramsOf({ params }: NodeType): object {
  return (params['properties'] as object | undefined) ?? {};
}

function definitionPorts(definition: Definition): PortSpecs {
  const known = ofDefinition.get(definition);
  if (known !== undefined) return known;
  const spec = ({ name, type }: { name: string; type: PortSpec['type'] }): PortSpec => {
    return { name, type, title: { en: name, 'pt-BR': name }, required: true, many: false };
  };
  const ports = { inputs: definition.inputs.map(spec), outputs: definition.outputs.map(spec) };
  ofDefinition.set(definition, ports);
  return ports;
}

export function portLookup(
  catalogue: Pick<CatalogueSlice, 'types'>,
  document: Pick<DocumentSlice, 'definitions'>,
): PortLookup {
  return (node) => portsOf(catalogue, document, node);
}

/** The ports that are drawn: those of a node that is not known are the ends of its wires. */
export function drawnPorts(
  catalogue: Pick<CatalogueSlice, 'types'>,
  document: Pick<DocumentSlice, 'definitions'>,
  node: PipelineNode,
  edges: Iterable<Edge>,
): PortSpecs {
  const ports = portsOf(catalogue, document, node);
  if (!(ports instanceof EsteiraError)) return ports;
  const inputs = new Set<string>();
  const outputs = new Set<string>();
  for (const { from, to } of edges) {
    if (to.node === node.id) inputs.add(to.port);
    if (from.node === node.id) outputs.add(from.port);
  }
  const spec = (name: string): PortSpec => {
    return { name, type: 'any', title: { en: name, 'pt-BR': name }, required: false, many: true };
  };
  return { inputs: [...inputs].map(spec), outputs: [...outputs].map(spec) };
}
