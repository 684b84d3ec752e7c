import { describe, expect, test } from 'vitest';
import { recipes } from '#nodes/sdk/learning/recipes.ts';
import { propagate, type Known } from '#server/engine/schemas.ts';
import { definition, pipeline } from '../support/fakeNodes/pipeline.ts';
import { catalogue } from '../support/fakeNodes/world.ts';

const foresee = (document: ReturnType<typeof pipeline>, known?: Known) => {
  const { schemas, problems } = propagate(document, catalogue, recipes, known);
  const columns = (step: string, port = 'table') =>
    schemas
      .get(step)
      ?.get(port)
      ?.columns.map((column) => column.name);
  const codes = Object.fromEntries(
    [...problems].map(([step, errors]) => [step, errors.map((error) => error.code)]),
  );
  return { columns, codes, schemas };
};

const other = { name: 'z', type: 'text', meaning: 'text', role: 'feature' } as const;

test('columns are known on every wire before anything runs', () => {
  const { columns, codes, schemas } = foresee(
    pipeline({
      nodes: { r: ['rows'], d: ['derive', { name: 'y' }], c: ['centre'], s: ['split'] },
      wires: ['r.table > d.table', 'd.table > c.table', 'c.table > s.table'],
    }),
  );
  expect(columns('r')).toEqual(['x']);
  expect(columns('s')).toEqual(['x', 'y']);
  expect(schemas.get('s')!.get('table')!.partition).toEqual({ kind: 'holdout', validation: false });
  expect(codes).toEqual({});
});

test('what a node refuses stands at that node; what comes after is unknown, not wrong', () => {
  const { columns, codes } = foresee(
    pipeline({
      nodes: {
        r: ['rows'],
        t: ['total'],
        k: ['look-up'],
        d: ['derive'],
        bad: ['derive', { plus: 'one' }],
      },
      wires: ['r.table > t.table', 'r.table > k.table', 'k.table > d.table', 'r.table > bad.table'],
    }),
  );
  expect(columns('t')).toEqual(['x']);
  expect(columns('k')).toBeUndefined();
  expect(columns('d')).toBeUndefined();
  expect(codes).toEqual({ bad: ['value-wrong-type'] });
});

test('an error thrown by a plan is told with the node', () => {
  const { codes } = foresee(
    pipeline({
      nodes: { r: ['rows'], g: ['guess'], d: ['derive'] },
      wires: ['r.table > g.table', 'g.table > d.table'],
    }),
    { schemas: new Map([['g', { columns: [other] }]]) },
  );
  expect(codes).toEqual({ d: ['expression-column-unknown'] });
});

test('what only a run can tell comes from what is known', () => {
  const document = pipeline({ nodes: { r: ['rows'], g: ['guess'] }, wires: ['r.table > g.table'] });
  expect(foresee(document).columns('g')).toBeUndefined();
  const columns = [other];
  expect(foresee(document, { schemas: new Map([['g', { columns }]]) }).columns('g')).toEqual(['z']);
  // A plan says it better than any memory of it.
  expect(foresee(document, { schemas: new Map([['r', { columns }]]) }).columns('r')).toEqual(['x']);
});

test('unknown types and cycles leave the rest alone', () => {
  const { columns, codes } = foresee(
    pipeline({
      nodes: { r: ['rows'], gone: ['not-installed'], a: ['derive'], b: ['derive'] },
      wires: ['r.table > gone.in', 'a.table > b.table', 'b.table > a.table'],
    }),
  );
  expect(columns('r')).toEqual(['x']);
  expect(columns('a')).toBeUndefined();
  expect(codes).toEqual({ gone: ['node-type-unknown'] });
});

describe('through a definition', () => {
  const document = pipeline({
    nodes: {
      r: ['rows'],
      p: ['part', { definition: 'd', params: { name: 'z' } }],
      w: ['derive', { name: 'v' }],
    },
    wires: ['r.table > p.in', 'p.out > w.table'],
    definitions: {
      d: definition({
        nodes: { x: ['derive', { name: { $param: 'name' } }] },
        parameters: [{ name: 'name', type: 'text', default: 'y' }],
        inputs: ['in: table > x.table'],
        outputs: ['out: table < x.table'],
      }),
    },
  });

  test('with the values that the node gives', () => {
    const { columns } = foresee(document);
    expect(columns('p/x')).toEqual(['x', 'z']);
    expect(columns('p', 'out')).toEqual(['x', 'z']);
    expect(columns('w')).toEqual(['x', 'z', 'v']);
  });
});
