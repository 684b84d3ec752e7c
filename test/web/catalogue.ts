/** A small catalogue for tests of the store, and pipelines: what they need of types is their ports. */
import type { Edge, NodeType, Pipeline, PipelineNode, PortSpec, PortType } from '#schemas/types.ts';

const port = (name: string, type: PortType, more: Partial<PortSpec> = {}): PortSpec => ({
  name,
  type,
  title: { en: name, 'pt-BR': name },
  required: true,
  many: false,
  ...more,
});

function nodeType(type: string, more: Partial<NodeType>): NodeType {
  const words = { en: type, 'pt-BR': type };
  return {
    type,
    version: 1,
    category: 'rows',
    kind: 'plan',
    title: words,
    summary: words,
    synonyms: { en: [], 'pt-BR': [] },
    formerly: [],
    params: { type: 'object', properties: {} },
    paramTexts: {},
    line: { en: '', 'pt-BR': '' },
    messages: { en: {}, 'pt-BR': {} },
    inputs: [],
    outputs: [],
    random: false,
    effect: false,
    previews: false,
    help: words,
    icon: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"/>',
    ...more,
  };
}

const table = [port('table', 'table')];

export const types: readonly NodeType[] = [
  nodeType('source', { category: 'collect', outputs: table }),
  nodeType('filter', { inputs: table, outputs: table }),
  nodeType('split', { category: 'split', inputs: table, outputs: table, random: true }),
  nodeType('append', { inputs: [port('tables', 'table', { many: true })], outputs: table }),
  nodeType('learner', { category: 'learn', inputs: table, outputs: [port('model', 'model')] }),
  nodeType('predict', {
    category: 'evaluate',
    inputs: [port('model', 'model'), ...table],
    outputs: table,
  }),
];

export const typesByName: ReadonlyMap<string, NodeType> = new Map(
  types.map((type) => [type.type, type]),
);

export function testNode(id: string, type: string, more: Partial<PipelineNode> = {}): PipelineNode {
  return { id, type, version: 1, params: {}, position: { x: 0, y: 0 }, ...more };
}

/** Between ports of one name. */
export const testWire = (from: string, to: string, name = 'table'): Edge => ({
  from: { node: from, port: name },
  to: { node: to, port: name },
});

export function testPipeline(
  nodes: readonly PipelineNode[],
  edges: readonly Edge[] = [],
  more: Partial<Pipeline> = {},
): Pipeline {
  const rest = { definitions: {}, parameters: [], seed: 1 };
  return { format: 1, name: 'x', nodes, edges, ...rest, ...more };
}
