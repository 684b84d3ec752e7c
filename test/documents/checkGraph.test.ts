import { describe, expect, test } from 'vitest';
import { checkGraph, checkPipeline, freshId, type PipelineRules } from '#schemas/graph.ts';
import type { Definition, Edge, Pipeline, PipelineNode } from '#schemas/types.ts';
import { lookup, node, wire } from './graphs.ts';

function problems(nodes: readonly PipelineNode[], edges: readonly Edge[]): string[] {
  return checkGraph({ nodes, edges }, lookup).map((error) => `${error.path}: ${error.message}`);
}

describe('checkGraph', () => {
  test('finds nothing wrong with a right graph', () => {
    const nodes = [node('a', 'source'), node('m', 'learner'), node('p', 'predict')];
    const edges = [wire('a.out', 'm.in'), wire('a.out', 'p.in'), wire('m.out', 'p.model')];
    expect(problems(nodes, edges)).toEqual([]);
  });

  test('an id that stands twice', () => {
    expect(problems([node('a'), node('a')], [])).toEqual([
      '/nodes/1/id: Two nodes have the same id “a”.',
    ]);
  });

  test('a type that is not installed is told once, and its wires are let be', () => {
    const edges = [wire('x.anything', 'b.in'), wire('b.out', 'x.whatever')];
    const [first, ...rest] = problems([node('x', 'gone'), node('b')], edges);
    expect(first).toMatch(/^\/nodes\/0: The node “x” is of the type “gone”, which is not installed/);
    expect(rest).toEqual(['/edges: The wires go round in a circle: x → b → x.']);
  });

  test('wires without an end, to ports that are not there, twice over', () => {
    const edges = [
      wire('gone.out', 'b.in'),
      wire('a.out', 'b.wrong'),
      wire('a.wrong', 'b.in'),
      wire('a.out', 'c.in'),
      wire('a.out', 'c.in'),
    ];
    expect(problems([node('a', 'source'), node('b', 'approval'), node('c')], edges)).toEqual([
      '/edges/0: The wire from “gone › out” to “b › in” hangs loose: there is no node “gone”.',
      '/edges/1: The node “b” has no input “wrong”. It has “in”.',
      '/edges/2: The node “a” has no output “wrong”. It has “out”.',
      '/edges/2: Two wires go into the input “in” of “b”, which takes only one.',
      '/edges/4: There are two equal wires from “a › out” to “c › in”.',
    ]);
  });

  test('types that do not fit, also when an approval stands between', () => {
    const nodes = [node('m', 'learner'), node('w', 'approval'), node('b'), node('d')];
    const edges = [wire('m.out', 'w.in'), wire('w.out', 'b.in'), wire('m.out', 'd.in')];
    expect(problems(nodes, edges)).toEqual([
      '/edges/1: “w › out” gives a model, and “b › in” takes a table.',
      '/edges/2: “m › out” gives a model, and “d › in” takes a table.',
    ]);
  });

  test('inputs that must be the same, and inputs that take anything', () => {
    const nodes = [node('t', 'source'), node('m', 'learner'), node('c', 'choose'), node('g', 'gather')];
    const mixed = [wire('t.out', 'c.in'), wire('m.out', 'c.other')];
    expect(problems(nodes, mixed)).toEqual([
      '/edges/1: “m › out” gives a model, and “c › other” takes a table.',
    ]);
    expect(problems(nodes, [wire('t.out', 'g.in'), wire('m.out', 'g.in')])).toEqual([]);
  });

  test('inputs that must be wired', () => {
    expect(problems([node('a', 'source'), node('p', 'predict')], [wire('a.out', 'p.in')])).toEqual([
      '/nodes/1: The input “model” of “p” is not connected.',
    ]);
  });

  test('a circle, by the names that people gave', () => {
    const nodes = [node('a'), { ...node('b'), label: 'Scale' }, node('c')];
    const edges = [wire('a.out', 'b.in'), wire('b.out', 'c.in'), wire('c.out', 'a.in')];
    expect(problems(nodes, edges)).toEqual([
      '/edges: The wires go round in a circle: a → Scale → c → a.',
    ]);
  });
});

describe('checkPipeline', () => {
  const inner: Definition = {
    name: 'Inner',
    parameters: [{ name: 'rate', type: 'number' }],
    inputs: [{ name: 'rows', type: 'table', to: [{ node: 'p', port: 'in' }] }],
    outputs: [{ name: 'rows', type: 'table', from: { node: 'p', port: 'out' } }],
    nodes: [{ ...node('p'), params: { rate: { $param: 'rate' } } }],
    edges: [],
  };
  const rules: PipelineRules = {
    ports: (one) => (one.type === 'sub' ? { inputs: [], outputs: [] } : lookup(one)),
    runs: ({ type, params }) => (type === 'sub' ? String(params['definition']) : undefined),
  };

  function told(parts: Partial<Pipeline>): string[] {
    const pipeline: Pipeline = {
      format: 1,
      name: 'x',
      nodes: [],
      edges: [],
      definitions: { inner },
      parameters: [],
      seed: 0,
      ...parts,
    };
    return checkPipeline(pipeline, rules).map((error) => `${error.path}: ${error.message}`);
  }

  const running = (id: string, definition: string): PipelineNode => ({
    ...node(id, 'sub'),
    params: { definition },
  });

  test('finds nothing wrong with a right pipeline', () => {
    expect(told({ nodes: [running('s', 'inner')] })).toEqual([]);
  });

  test('a definition that is not there, whatever its name', () => {
    expect(told({ nodes: [running('s', 'constructor')] })).toEqual([
      '/nodes/0/params: The node “s” uses the subflow “constructor”, which is not in this pipeline.',
    ]);
  });

  test('definitions that contain each other', () => {
    const a = { ...inner, name: 'A', nodes: [...inner.nodes, running('s', 'b')] };
    const b = { ...inner, name: 'B', nodes: [...inner.nodes, running('s', 'a')] };
    expect(told({ definitions: { a, b } })).toEqual([
      '/definitions: These subflows contain each other: A → B → A.',
    ]);
    const self = { ...inner, name: 'Self', nodes: [...inner.nodes, running('s', 'self')] };
    expect(told({ definitions: { self } })).toEqual([
      '/definitions: These subflows contain each other: Self → Self.',
    ]);
  });

  test('parameters that are not there or named twice', () => {
    const parameters = [
      { name: 'rate', type: 'number' as const },
      { name: 'rate', type: 'text' as const },
    ];
    const nodes = [{ ...node('a'), params: { x: [{ $param: 'rat' }] } }];
    expect(told({ parameters, nodes })).toEqual([
      '/parameters/1/name: Two parameters are named “rate”.',
      '/nodes/0/params: Node “a”: There is no parameter “rat”. There are: “rate”.',
    ]);
  });

  test('a definition’s input counts as a wire, and its ports are judged', () => {
    const required = { ...node('p', 'predict'), params: {} };
    const ports: Definition = {
      ...inner,
      parameters: [],
      nodes: [required, node('m', 'learner')],
      inputs: [
        { name: 'rows', type: 'model', to: [{ node: 'p', port: 'in' }] },
        { name: 'rows', type: 'table', to: [{ node: 'p', port: 'in' }, { node: 'gone', port: 'x' }] },
        { name: 'third', type: 'table', to: [{ node: 'm', port: 'wrong' }] },
      ],
      outputs: [{ name: 'out', type: 'table', from: { node: 'm', port: 'out' } }],
    };
    expect(told({ definitions: { d: ports } })).toEqual([
      '/definitions/d/nodes/0: The input “model” of “p” is not connected.',
      '/definitions/d/inputs/1: The subflow “Inner” has two inputs named “rows”.',
      '/definitions/d/inputs/1: Two wires go into the input “in” of “p”, which takes only one.',
      '/definitions/d/inputs/0: “rows” gives a model, and “p › in” takes a table.',
      '/definitions/d/inputs/1: The port “rows” of the subflow “Inner” leads to the node “gone”, which does not exist.',
      '/definitions/d/inputs/2: The node “m” has no input “wrong”. It has “in”.',
      '/definitions/d/outputs/0: “m › out” gives a model, and “out” takes a table.',
    ]);
  });
});

test('a fresh id is made from a word, and not taken', () => {
  expect(freshId('split', new Set())).toBe('split');
  expect(freshId('split', new Set(['split', 'split-2']))).toBe('split-3');
  expect(freshId('__proto__', new Set())).toBe('proto__');
  expect(freshId('Ação/nova', new Set())).toBe('A-o-nova');
  expect(freshId('…', new Set())).toBe('node');
});
