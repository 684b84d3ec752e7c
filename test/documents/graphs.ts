// Graphs for tests: written short, and random ones.
import fc from 'fast-check';
import type { Graph, GraphPort, NodePorts, PortLookup } from '#schemas/graph.ts';
import { EsteiraError } from '#schemas/errors.ts';
import type { Edge, PipelineNode } from '#schemas/types.ts';

export function node(id: string, type = 'table-to-table'): PipelineNode {
  return { id, type, version: 1, params: {}, position: { x: 0, y: 0 } };
}

/** `wire('a.out', 'b.in')` */
export function wire(from: string, to: string): Edge {
  const [source = '', output = ''] = from.split('.');
  const [sink = '', input = ''] = to.split('.');
  return { from: { node: source, port: output }, to: { node: sink, port: input } };
}

const table: GraphPort = { name: 'out', type: 'table' };
const optional = { required: false } as const;

/** Ports of made-up types: sources, steps, and nodes that hand their input's type on. */
export const portsByType: Readonly<Record<string, NodePorts>> = {
  source: { inputs: [], outputs: [table] },
  learner: {
    inputs: [{ name: 'in', type: 'table', ...optional }],
    outputs: [{ name: 'out', type: 'model' }],
  },
  'table-to-table': { inputs: [{ name: 'in', type: 'table', ...optional }], outputs: [table] },
  predict: {
    inputs: [
      { name: 'in', type: 'table', required: true },
      { name: 'model', type: 'model', required: true },
    ],
    outputs: [table],
  },
  approval: {
    inputs: [{ name: 'in', type: 'any', ...optional }],
    outputs: [{ name: 'out', type: 'any', sameAs: 'in' }],
  },
  merge: {
    inputs: [{ name: 'in', type: 'any', many: true, ...optional }],
    outputs: [{ name: 'out', type: 'any', sameAs: 'in' }],
  },
  choose: {
    inputs: [
      { name: 'in', type: 'any', ...optional },
      { name: 'other', type: 'any', sameAs: 'in', ...optional },
    ],
    outputs: [{ name: 'out', type: 'any', sameAs: 'in' }],
  },
  gather: { inputs: [{ name: 'in', type: 'any', many: true, ...optional }], outputs: [table] },
};

export const lookup: PortLookup = ({ id, type }) =>
  portsByType[type] ?? new EsteiraError('node-type-unknown', { name: id, type });

/** Any directed graph over a few nodes: loops, circles, parallel wires and all. */
export const anyGraphs: fc.Arbitrary<Graph> = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 20 }))
  .map(([size, pairs]) => ({
    nodes: Array.from({ length: size }, (_, index) => node(`n${index}`)),
    edges: pairs.map(([from, to]) => wire(`n${from % size}.out`, `n${to % size}.in`)),
  }));

/** Nodes of all types, and wires that may or may not be right. */
export const typedGraphs: fc.Arbitrary<Graph> = fc
  .tuple(
    fc.array(fc.constantFrom(...Object.keys(portsByType)), { minLength: 2, maxLength: 7 }),
    fc.array(fc.tuple(fc.nat(6), fc.nat(6), fc.constantFrom('in', 'in', 'model', 'other')), {
      maxLength: 10,
    }),
  )
  .map(([types, wires]) => ({
    nodes: types.map((type, index) => node(`n${index}`, type)),
    edges: wires.map(([from, to, port]) =>
      wire(`n${from % types.length}.out`, `n${to % types.length}.${port}`),
    ),
  }));
