/** A model answers raw rows one by one and in bulk alike, whatever the rows and the preparation. */
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Literal } from '#nodes/sdk/expressions/types.ts';
import { loadModel, openModel } from '#nodes/sdk/learning/answer.ts';
import { predictTable } from '#nodes/sdk/learning/predict.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import type { ModelValue } from '#nodes/sdk/values.ts';
import { columnOf } from '../conformance/tables.ts';
import { openWorkbench } from '../support/runNode.ts';

const bench = await openWorkbench();
afterAll(() => bench.close());

const columns = [
  columnOf({ name: 'age', type: 'int64' }),
  columnOf({ name: 'renda mensal (R$)', type: 'float64' }),
  columnOf({ name: 'city', type: 'text' }),
  columnOf({ name: '__proto__', type: 'text' }),
  columnOf({ name: 'since', type: 'date' }),
  columnOf({ name: 'active', type: 'bool' }),
];
const target = columnOf({ name: 'left', type: 'text', role: 'target' });

const CITIES = ['Recife', 'São Paulo', "D'Oeste", '🎈', ''];
const date = fc
  .integer({ min: -20_000, max: 30_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const cell = <T extends Literal>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
const row = fc.tuple(
  cell(fc.integer({ min: -1e9, max: 1e9 })),
  cell(fc.double({ noNaN: true, noDefaultInfinity: true })),
  cell(fc.oneof(fc.constantFrom(...CITIES), fc.string({ unit: 'grapheme', maxLength: 8 }))),
  cell(fc.constantFrom('a', 'b', 'never seen')),
  cell(date),
  cell(fc.boolean()),
);

const STEPS = [
  ['date-parts', {}],
  ['fill-missing', { mark: true }],
  ['encode-categories', { maxCategories: 3 }],
  ['scale', {}],
] as const;

function training(): Table {
  const rows = Array.from({ length: 60 }, (_, at): Literal[] => [
    at % 7 === 0 ? null : 20 + (at % 40),
    at % 11 === 0 ? null : at * 12.5,
    CITIES[at % CITIES.length]!,
    at % 3 === 0 ? 'a' : 'b',
    `20${String(10 + (at % 15))}-0${1 + (at % 9)}-15`,
    at % 2 === 0,
    at % 5 < 2 ? 'yes' : 'no',
  ]);
  return Table.values([...columns, target], rows);
}

/** The table prepared as on the canvas, with the recipe that the model takes along. */
async function prepared(): Promise<Table> {
  let table = training();
  for (const [type, params] of STEPS) {
    const out = await bench.run(bench.nodeType(type), { params, inputs: { table } });
    table = out['table'] as Table;
  }
  return table;
}

const LEARNERS = [
  ['logistic-regression', {}],
  ['neural-network', { epochs: 3 }],
  ['baseline', {}],
] as const;

let models: readonly ModelValue[] = [];
beforeAll(async () => {
  const table = await prepared();
  const trained = LEARNERS.map(async ([type, params]) => {
    const out = await bench.run(bench.nodeType(type), { params, inputs: { table } });
    return out['model'] as ModelValue;
  });
  models = await Promise.all(trained);
});

it('gives equal answers to random rows', async () => {
  const context = bench.context();
  for (const model of models) {
    const { record, predictor } = await loadModel(
      model.artifact,
      context.artifacts,
      context.nodeType,
    );
    const open = openModel(record, predictor, context.compileRow);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), async (rows) => {
        const table = Table.values(columns, rows);
        const bulk = await predictTable(record, predictor, table, context.tables);
        const found = await context.tables.rows(bulk);
        const names = record.signature.outputs.map((column) => column.name);
        rows.forEach((cells, at) => {
          const raw = new Map(columns.map((column, index) => [column.name, cells[index]]));
          const { prediction, outputs } = open.answer((name) => raw.get(name));
          const answers = prediction === null ? names.map(() => null) : [prediction, ...outputs];
          expect(names.map((name) => found[at]!.get(name) ?? null)).toEqual(answers);
        });
      }),
      { numRuns: 25 },
    );
  }
});

it('takes raw columns only, and not the target', () => {
  for (const model of models) {
    const names = model.inputs.map((column) => column.name);
    const raw = columns.map((column) => column.name);
    expect(raw).toEqual(expect.arrayContaining(names));
    expect(names).not.toContain('left');
  }
});
