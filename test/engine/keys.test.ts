import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pipeline } from '#schemas/types.ts';
import { downstream } from '#schemas/graph.ts';
import { recordsOf } from '#server/engine/keys.ts';
import { plan, type PlanOptions } from '#server/engine/plan.ts';
import { stepSeed } from '#server/engine/seeds.ts';
import { definition, pipeline } from '../support/fakeNodes/pipeline.ts';
import { catalogue } from '../support/fakeNodes/world.ts';

type Drawn = Parameters<typeof definition>[0];

/** Keys by step id. */
function keys(document: Pipeline, options: PlanOptions & { backend?: string } = {}) {
  const result = plan(document, catalogue, options);
  if (!result.planned) throw result.errors[0]!;
  const records = recordsOf(result.planned.steps, options.backend ?? 'cpu');
  return Object.fromEntries(result.planned.steps.map(({ id }, at) => [id, records[at]?.key]));
}

/** Random graphs of adders: each node takes from earlier ones. */
const graphs = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.nat(), fc.nat()), {
    minLength: 1,
    maxLength: 25,
  })
  .map((list) => {
    const nodes: { [id: string]: readonly [string, { plus: number }] } = {};
    const wires: string[] = [];
    for (const [at, [plus, a, b]] of list.entries()) {
      nodes[`n${at}`] = ['add', { plus }];
      if (at === 0) continue;
      wires.push(`n${a % at}.out > n${at}.a`);
      if (b % 3 === 0) wires.push(`n${b % at}.out > n${at}.b`);
    }
    return pipeline({ nodes, wires });
  });

test('a changed param changes the keys of its node and of all that comes after, and no other', () => {
  fc.assert(
    fc.property(graphs, fc.nat(), (document, pick) => {
      const at = pick % document.nodes.length;
      const nodes = document.nodes.with(at, { ...document.nodes[at]!, params: { plus: 99 } });
      const before = keys(document);
      const after = keys({ ...document, nodes });
      const changed = Object.keys(before).filter((id) => before[id] !== after[id]);
      const expected = downstream(document, [document.nodes[at]!.id]);
      expect(new Set(changed)).toEqual(expected);
    }),
  );
});

test('the order of nodes, of wires between different ports and of JSON keys does not count', () => {
  fc.assert(
    fc.property(graphs, fc.infiniteStream(fc.nat()), (document, numbers) => {
      const shuffled = <T>(list: readonly T[]): T[] =>
        list
          .map((item) => [numbers.next().value as number, item] as const)
          .sort(([a], [b]) => a - b)
          .map(([, item]) => item);
      const turned = Object.fromEntries(Object.entries(document).toReversed()) as Pipeline;
      const other = { ...turned, nodes: shuffled(document.nodes), edges: shuffled(document.edges) };
      expect(keys(other)).toEqual(keys(document));
    }),
  );
});

test('labels, notes and places do not count, and neither does the name of a data set', () => {
  const data = (dataset: string, hash: string) =>
    pipeline({
      nodes: { s: ['source', { data: { dataset, hash: hash.repeat(64) } }], t: ['add'] },
      wires: ['s.out > t.a'],
    });
  const first = data('a.csv', 'a');
  const moved = first.nodes.map((node) => ({
    ...node,
    label: 'Mine',
    notes: 'n',
    position: { x: 9, y: 9 },
  }));
  expect(keys({ ...first, nodes: moved })).toEqual(keys(first));
  expect(keys(data('b.csv', 'a'))).toEqual(keys(first));
  expect(keys(data('a.csv', 'b'))['s']).not.toBe(keys(first)['s']);
  expect(keys(data('a.csv', 'b'))['t']).not.toBe(keys(first)['t']);
});

test('notes on the canvas do not count, inside a definition neither', () => {
  const note = { id: 'n', text: '# x', position: { x: 0, y: 0 }, width: 240, height: 120 };
  const part = definition({ nodes: { x: ['number', { n: 1 }] } });
  const bare = pipeline({
    nodes: { a: ['add'], p: ['part', { definition: 'd' }] },
    definitions: { d: part },
  });
  const noted = { ...bare, notes: [note], definitions: { d: { ...part, notes: [note] } } };
  expect(keys(noted)).toEqual(keys(bare));
});

test('the order of wires into a port that takes many counts', () => {
  const both = (wires: string[]) =>
    keys(
      pipeline({ nodes: { a: ['number', { n: 1 }], b: ['number', { n: 2 }], s: ['sum'] }, wires }),
    );
  const one = both(['a.out > s.all', 'b.out > s.all']);
  expect(both(['b.out > s.all', 'a.out > s.all'])['s']).not.toBe(one['s']);
});

test('another port of the same node is another input', () => {
  const wired = (port: string) =>
    keys(
      pipeline({
        nodes: { a: ['number'], b: ['branch', { above: 1 }], c: ['add'] },
        wires: ['a.out > b.a', `b.${port} > c.a`],
      }),
    );
  expect(wired('yes')['c']).not.toBe(wired('no')['c']);
});

test('a param by reference is the same as the value itself', () => {
  const written = pipeline({ nodes: { a: ['number', { n: 7 }] } });
  const referred = pipeline({
    nodes: { a: ['number', { n: { $param: 'size' } }] },
    parameters: [{ name: 'size', type: 'number', default: 1 }],
  });
  expect(keys(referred, { params: { size: 7 } })).toEqual(keys(written));
});

describe('seed and backend', () => {
  const document = pipeline({
    nodes: { a: ['number'], d: ['draw'], t: ['tensor'], after: ['add'] },
    wires: ['a.out > d.a', 'a.out > t.a', 'd.out > after.a'],
  });
  const changes = (one: object, other: object) => {
    const [before, after] = [keys(document, one), keys(document, other)];
    return Object.keys(before).filter((id) => before[id] !== after[id]);
  };

  test('the seed counts where randomness is declared, and after that', () => {
    expect(changes({ seed: 1 }, { seed: 2 })).toEqual(['d', 'after']);
  });

  test('the backend counts where tensors are used', () => {
    expect(changes({ backend: 'cpu' }, { backend: 'wasm' })).toEqual(['t']);
  });

  test('a step has its seed by the run and its own id alone; it is never 0', () => {
    const alone = plan(pipeline({ nodes: { d: ['draw'] } }), catalogue).planned!;
    const among = plan(document, catalogue).planned!;
    const seed = among.steps.find((step) => step.id === 'd')!.seed;
    expect(alone.steps[0]!.seed).toBe(seed);
    fc.assert(
      fc.property(fc.nat(), fc.string(), (run, step) => {
        const drawn = stepSeed(run, step);
        expect(drawn).toBeGreaterThan(0);
        expect(drawn).toBeLessThan(2 ** 32);
        expect(stepSeed(run + 1, step)).not.toBe(drawn);
      }),
    );
  });
});

describe('a node that runs a definition', () => {
  const inside = (nodes: Drawn['nodes'], backend = 'cpu', seed = 1, wires: string[] = []) => {
    const document = pipeline({
      nodes: { p: ['part', { definition: 'd' }] },
      definitions: {
        d: definition({ nodes, wires }),
        other: definition({ nodes: { z: ['number'] } }),
      },
    });
    const result = plan(document, catalogue, { seed }).planned!;
    return { key: recordsOf(result.steps, backend)[0]!.key, step: result.steps[0]! };
  };

  test('has another key when anything inside changes', () => {
    const first = inside({ x: ['number', { n: 1 }] });
    expect(inside({ x: ['number', { n: 1 }] }).key).toBe(first.key);
    expect(inside({ x: ['number', { n: 2 }] }).key).not.toBe(first.key);
  });

  test('is random, uses tensors, acts on the world as soon as anything inside does', () => {
    const still = { x: ['number'] } as const;
    expect(inside(still, 'cpu', 1).key).toBe(inside(still, 'wasm', 2).key);
    expect(inside({ x: ['draw'] }, 'cpu', 1).key).not.toBe(inside({ x: ['draw'] }, 'cpu', 2).key);
    expect(inside({ x: ['tensor'] }, 'cpu').key).not.toBe(inside({ x: ['tensor'] }, 'wasm').key);
    const sends = inside({ a: ['number'], x: ['send'] }, 'cpu', 1, ['a.out > x.a']);
    expect(sends.step.identity.effect).toBe(true);
    expect(inside(still).step.identity.effect).toBe(false);
  });
});

test('after an effect the key is not known before the run', () => {
  const document = pipeline({
    nodes: { a: ['number'], s: ['send'], after: ['add'] },
    wires: ['a.out > s.a', 's.out > after.a'],
  });
  const found = keys(document);
  expect(found['s']).toBeTypeOf('string');
  expect(found['after']).toBeUndefined();
});
