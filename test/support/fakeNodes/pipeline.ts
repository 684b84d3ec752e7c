/** Pipelines written in a line or two. */
import type { Definition, Edge, Json, Pipeline, PipelineNode, PortRef } from '#schemas/types.ts';

type Nodes = { readonly [id: string]: readonly [type: string, params?: { [name: string]: Json }] };

interface Drawn {
  readonly nodes: Nodes;
  /** 'a.out > b.in' */
  readonly wires?: readonly string[];
}

interface DrawnPipeline extends Drawn {
  readonly definitions?: { readonly [id: string]: Definition };
  readonly parameters?: Pipeline['parameters'];
  readonly seed?: number;
}

export function pipeline(drawn: DrawnPipeline): Pipeline {
  const { definitions = {}, parameters = [], seed = 1 } = drawn;
  return { format: 1, name: 'test', ...graph(drawn), definitions, parameters, seed };
}

interface DrawnDefinition extends Drawn {
  /** 'name: type > node.port' */
  readonly inputs?: readonly string[];
  /** 'name: type < node.port' */
  readonly outputs?: readonly string[];
  readonly parameters?: Definition['parameters'];
}

export function definition(drawn: DrawnDefinition): Definition {
  const { inputs = [], outputs = [], parameters = [] } = drawn;
  return {
    name: 'part',
    parameters,
    inputs: inputs.map((text) => {
      const { name, type, ends } = port(text, '>');
      return { name, type, to: ends };
    }),
    outputs: outputs.map((text) => {
      const { name, type, ends } = port(text, '<');
      return { name, type, from: ends[0]! };
    }),
    ...graph(drawn),
  };
}

function graph({ nodes, wires = [] }: Drawn): { nodes: PipelineNode[]; edges: Edge[] } {
  return {
    nodes: Object.entries(nodes).map(([id, [type, params = {}]]) => {
      return { id, type, version: 1, params, position: { x: 0, y: 0 } };
    }),
    edges: wires.map((wire) => {
      const [from, to] = wire.split('>');
      return { from: end(from!), to: end(to!) };
    }),
  };
}

function end(text: string): PortRef {
  const [node, name] = text.trim().split('.');
  return { node: node!, port: name! };
}

function port(text: string, sign: string) {
  const [head, tail] = text.split(sign);
  const [name, type] = head!.split(':').map((part) => part.trim());
  const ends = tail!.split(',').map(end);
  return { name: name!, type: type as Definition['inputs'][number]['type'], ends };
}
