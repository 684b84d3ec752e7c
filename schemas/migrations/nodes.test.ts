import { describe, expect, test } from 'vitest';
import { writePipeline } from '../canonical.ts';
import {
  checkNodeVersions,
  migratePipeline,
  type NodeVersions,
  type ParamsStep,
} from '../migrations.ts';
import type { Edge, Pipeline, PipelineNode } from '../types.ts';

const scale: NodeVersions = {
  type: 'scale',
  version: 4,
  migrations: {
    1: {
      name: 'call-kind-method',
      params: ({ kind = 'standard', ...rest }) => ({ ...rest, method: kind }),
    },
    2: {
      name: 'name-ports-by-what-they-carry',
      inputs: { data: 'table' },
      outputs: { data: 'table' },
    },
    3: {
      name: 'swap-the-outputs',
      params: (params) => ({ ...params, swapped: true }),
      outputs: { table: 'rest', rest: 'table' },
    },
  },
};
const source: NodeVersions = { type: 'source', version: 1 };
const byType = new Map([
  ['scale', scale],
  ['normalise', scale],
  ['source', source],
]);
const find = (type: string): NodeVersions | undefined => byType.get(type);

function node(
  id: string,
  type: string,
  version: number,
  params: PipelineNode['params'] = {},
): PipelineNode {
  return { id, type, version, params, position: { x: 0, y: 0 } };
}

function wire(from: string, output: string, to: string, input: string): Edge {
  return { from: { node: from, port: output }, to: { node: to, port: input } };
}

function pipeline(parts: Partial<Pipeline>): Pipeline {
  const base = {
    format: 1,
    name: 'x',
    nodes: [],
    edges: [],
    definitions: {},
    parameters: [],
    seed: 0,
  };
  return { ...base, format: 1, ...parts };
}

describe('migratePipeline', () => {
  test('takes every step, and wires follow the ports’ new names', () => {
    const before = pipeline({
      nodes: [
        node('a', 'source', 1),
        node('b', 'scale', 1, { kind: 'robust', keep: 1 }),
        node('c', 'scale', 3),
      ],
      edges: [
        wire('a', 'table', 'b', 'data'),
        wire('b', 'data', 'c', 'table'),
        wire('b', 'rest', 'c', 'odd'),
      ],
    });
    const { pipeline: after, changes, problems } = migratePipeline(before, find);
    expect(after.nodes.map(({ version, params }) => [version, params])).toEqual([
      [1, {}],
      [4, { method: 'robust', keep: 1, swapped: true }],
      [4, { swapped: true }],
    ]);
    expect(after.edges).toEqual([
      wire('a', 'table', 'b', 'table'),
      wire('b', 'rest', 'c', 'table'),
      wire('b', 'table', 'c', 'odd'),
    ]);
    expect(changes.map(({ node: id, from, to }) => [id, from.version, to.version])).toEqual([
      ['b', 1, 4],
      ['c', 3, 4],
    ]);
    expect(problems).toEqual([]);
  });

  test('finds types by the names that they had, also in definitions, whose ports follow', () => {
    const definition = {
      name: 'd',
      parameters: [],
      inputs: [{ name: 'in', type: 'table' as const, to: [{ node: 'n', port: 'data' }] }],
      outputs: [{ name: 'out', type: 'table' as const, from: { node: 'n', port: 'data' } }],
      nodes: [node('n', 'normalise', 2)],
      edges: [],
    };
    const { pipeline: after, changes } = migratePipeline(
      pipeline({ definitions: { definition } }),
      find,
    );
    expect(after.definitions['definition']).toMatchObject({
      nodes: [{ type: 'scale', version: 4 }],
      inputs: [{ to: [{ node: 'n', port: 'table' }] }],
      outputs: [{ from: { node: 'n', port: 'rest' } }],
    });
    expect(changes).toEqual([
      {
        node: 'n',
        definition: 'definition',
        from: { type: 'normalise', version: 2 },
        to: { type: 'scale', version: 4 },
      },
    ]);
  });

  test('keeps what it does not know, byte for byte, with its wires, and says why', () => {
    const before = pipeline({
      nodes: [
        node('alien', 'from-the-future', 3, { z: 1, a: [{ deep: null }] }),
        { ...node('newer', 'scale', 5, { method: 'quantum' }), label: 'Scale it' },
        node('proto', 'constructor', 1),
        node('old', 'scale', 1),
      ],
      edges: [wire('alien', 'beam', 'newer', 'x'), wire('newer', 'y', 'old', 'gone')],
    });
    const { pipeline: after, problems } = migratePipeline(before, find);
    expect(after.nodes.slice(0, 3)).toEqual(before.nodes.slice(0, 3));
    expect(after.edges).toEqual(before.edges);
    expect(problems.map((error) => [error.code, error.node])).toEqual([
      ['node-type-unknown', 'alien'],
      ['node-version-newer', 'newer'],
      ['node-type-unknown', 'proto'],
    ]);
    const written = (from: Pipeline): string =>
      writePipeline({ ...from, nodes: from.nodes.slice(0, 3) });
    expect(written(after)).toBe(written(before));
  });

  test('a step that fails, or is missing, leaves the node as it was', () => {
    const failing: NodeVersions = {
      type: 'bad',
      version: 3,
      migrations: {
        1: (params) => {
          params['half'] = 'done';
          throw new Error('no');
        },
      },
    };
    const nodes = [node('one', 'bad', 1, { a: 1 }), node('two', 'bad', 2)];
    const before = pipeline({ nodes });
    const { pipeline: after, problems } = migratePipeline(before, () => failing);
    expect(after).toBe(before);
    expect(nodes[0]?.params).toEqual({ a: 1 });
    expect(problems.map((error) => error.message)).toEqual([
      'The node “one” (bad) could not be brought to the current version; the step “1 → 2” failed. It is kept as it is.',
      'The node “two” has version 2 of “bad”, and no migration leads on from it. It is kept as it is, but cannot run.',
    ]);
  });

  test('a pipeline that needs nothing is the same object', () => {
    const current = pipeline({ nodes: [node('a', 'source', 1)] });
    expect(migratePipeline(current, find).pipeline).toBe(current);
  });
});

test('a type whose steps leave a gap does not load', () => {
  const step: ParamsStep = (params) => params;
  expect(() => checkNodeVersions(scale)).not.toThrow();
  expect(() => checkNodeVersions({ type: 't', version: 3, migrations: { 1: step } })).toThrow(
    '“t” has no migration from version 2',
  );
  expect(() => checkNodeVersions({ type: 't', version: 1, migrations: { 1: step } })).toThrow(
    'has a migration from 1, and version 1',
  );
});
