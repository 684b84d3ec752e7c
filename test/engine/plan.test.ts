import { describe, expect, test } from 'vitest';
import { plan, type PlanOptions } from '#server/engine/plan.ts';
import { definition, pipeline } from '../support/fakeNodes/pipeline.ts';
import { catalogue } from '../support/fakeNodes/world.ts';

const planned = (document: ReturnType<typeof pipeline>, options: PlanOptions = {}) => {
  const result = plan(document, catalogue, options);
  if (!result.planned) throw result.errors[0]!;
  return result.planned;
};

const problems = (document: ReturnType<typeof pipeline>, options: PlanOptions = {}) =>
  (plan(document, catalogue, options).errors ?? []).map(({ code, node }) =>
    `${code} ${node ?? ''}`.trim(),
  );

const chain = pipeline({
  nodes: { c: ['add'], b: ['add'], a: ['number'], side: ['add'] },
  wires: ['a.out > b.a', 'b.out > c.a', 'a.out > side.a'],
});

test('steps come after what they need, in the order of the document where that is free', () => {
  const ids = planned(chain).steps.map((step) => step.id);
  expect(ids).toEqual(['a', 'b', 'c', 'side']);
});

test('params are complete, checked and frozen; the document stays as it is', () => {
  const document = pipeline({ nodes: { a: ['add', {}] } });
  const before = structuredClone(document);
  const [step] = planned(document).steps;
  expect(step!.params).toEqual({ plus: 0 });
  expect(Object.isFrozen(step!.params)).toBe(true);
  expect(document).toEqual(before);
  expect(Object.isFrozen(document.nodes[0]!.params)).toBe(false);
});

test('every problem is told at once, each with its node', () => {
  const document = pipeline({
    nodes: {
      gone: ['not-installed'],
      a: ['number', { n: 'two' }],
      b: ['need'],
      c: ['add', { plus: { $param: 'nobody' } }],
      d: ['number', { m: 1 }],
    },
    wires: ['a.out > c.x'],
  });
  const found = problems(document, { params: { extra: 1 } });
  expect(found).toHaveLength(new Set(found).size);
  expect(found).toEqual(
    expect.arrayContaining([
      'node-type-unknown gone',
      'value-wrong-type a',
      'input-not-wired b',
      'parameter-unknown c',
      'edge-port-unknown c',
      'field-unknown d',
      'parameter-unknown',
    ]),
  );
});

test('a cycle is named', () => {
  const document = pipeline({
    nodes: { a: ['add'], b: ['add'] },
    wires: ['a.out > b.a', 'b.out > a.a'],
  });
  expect(plan(document, catalogue).errors![0]).toMatchObject({
    code: 'graph-cycle',
    params: { way: [{ node: 'a' }, { node: 'b' }, { node: 'a' }] },
  });
});

test('a newer version and a former name', () => {
  const document = pipeline({ nodes: { a: ['plus', { plus: 2 }] } });
  expect(planned(document).steps[0]!.identity.type).toBe('add');
  const newer = { ...document, nodes: [{ ...document.nodes[0]!, version: 9 }] };
  expect(problems(newer)).toEqual(['node-version-newer a']);
});

describe('selection', () => {
  const unfinished = pipeline({
    nodes: { a: ['number'], b: ['add'], odd: ['not-installed'], c: ['add'], open: ['need'] },
    wires: ['a.out > b.a', 'b.out > c.a', 'b.out > odd.in'],
  });

  test('run to here takes what is needed and nothing else; the rest may be anything', () => {
    const { steps, unselected } = planned(unfinished, { target: ['b'] });
    expect(steps.map((step) => step.id)).toEqual(['a', 'b']);
    expect(unselected).toEqual(['odd', 'c', 'open']);
  });

  test('run from here takes what comes after, with all that it needs', () => {
    const { steps } = planned(chain, { target: ['b'], onwards: true });
    expect(steps.map((step) => step.id)).toEqual(['a', 'b', 'c']);
    expect(problems(unfinished, { target: ['b'], onwards: true })).toEqual([
      'node-type-unknown odd',
    ]);
  });

  test('a target that is not there is told', () => {
    expect(problems(chain, { target: ['zz'] })).toEqual(['node-unknown']);
  });
});

describe('parameters', () => {
  const withParameter = (preset?: number) =>
    pipeline({
      nodes: { a: ['number', { n: { $param: 'size' } }] },
      parameters: [
        { name: 'size', type: 'number', ...(preset === undefined ? {} : { default: preset }) },
      ],
    });

  test('given values come before defaults', () => {
    expect(planned(withParameter(3)).steps[0]!.params).toEqual({ n: 3 });
    expect(planned(withParameter(3), { params: { size: 4 } }).steps[0]!.params).toEqual({ n: 4 });
  });

  test('what is missing, of another type or not known is refused in words', () => {
    expect(problems(withParameter())).toEqual(['parameter-without-value a']);
    expect(problems(withParameter(3), { params: { size: 'big' } })).toEqual([
      'parameter-wrong-type',
      'value-wrong-type a',
    ]);
    expect(problems(withParameter(3), { params: { colour: 1 } })).toEqual(['parameter-unknown']);
  });

  test('a name such as __proto__ is a name like any other', () => {
    const params = JSON.parse('{"__proto__": 1}') as { [name: string]: number };
    expect(problems(withParameter(3), { params })).toEqual(['parameter-unknown']);
  });
});

describe('definitions', () => {
  const part = definition({
    nodes: { x: ['add', { plus: { $param: 'n' } }] },
    parameters: [{ name: 'n', type: 'number', default: 1 }],
    inputs: ['in: report > x.a'],
    outputs: ['out: report < x.out'],
  });

  test('their ports are those of the node that runs them', () => {
    const document = pipeline({
      nodes: { a: ['number'], p: ['part', { definition: 'd' }] },
      wires: ['a.out > p.in'],
      definitions: { d: part },
    });
    expect(planned(document).steps[1]!.inputs.map((input) => input.name)).toEqual(['in']);
    const wrong = {
      ...document,
      edges: [{ from: { node: 'a', port: 'out' }, to: { node: 'p', port: 'into' } }],
    };
    expect(problems(wrong)).toEqual(['edge-port-unknown p', 'input-not-wired p']);
  });

  test('what is wrong inside is told, but only of those that are used', () => {
    const broken = definition({ nodes: { x: ['not-installed'] } });
    const use = (id: string) =>
      pipeline({
        nodes: { p: ['part', { definition: id }] },
        definitions: { broken, fine: definition({ nodes: { a: ['number'] } }) },
      });
    expect(problems(use('broken'))).toEqual(['node-type-unknown x']);
    expect(problems(use('fine'))).toEqual([]);
    expect(problems(use('gone'))).toEqual(['definition-unknown p']);
  });

  test('one that contains itself is refused', () => {
    const loop = definition({ nodes: { x: ['part', { definition: 'loop' }] } });
    const document = pipeline({
      nodes: { p: ['part', { definition: 'loop' }] },
      definitions: { loop },
    });
    expect(problems(document)).toEqual(['definition-cycle']);
  });

  test('values for its parameters are checked where they are written', () => {
    const use = (params: { [name: string]: string }) =>
      pipeline({
        nodes: { a: ['number'], p: ['part', { definition: 'd', params }] },
        wires: ['a.out > p.in'],
        definitions: { d: part },
      });
    expect(problems(use({ n: 'one' }))).toEqual(['parameter-wrong-type p']);
    expect(problems(use({ m: 'one' }))).toEqual(['parameter-unknown p']);
  });
});

test('10,000 nodes in a row', () => {
  const nodes: { [id: string]: readonly [string] } = {};
  const wires: string[] = [];
  for (let at = 0; at < 10_000; at++) {
    nodes[`n${at}`] = ['add'];
    if (at > 0) wires.push(`n${at - 1}.out > n${at}.a`);
  }
  const { steps } = planned(pipeline({ nodes, wires }));
  expect(steps).toHaveLength(10_000);
  expect(steps.at(-1)!.producers).toEqual([9998]);
});
