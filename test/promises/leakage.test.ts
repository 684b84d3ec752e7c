/**
 * Cross-validation fits every step again inside each fold. In noise nothing can be learned, so an honest score stays
 * near a guess; an encoding that has seen the rows it is judged on "finds" a pattern that is not there.
 */
import { afterAll, expect, it } from 'vitest';
import { createRandom } from '#nodes/lib/random/random.ts';
import type { NodeContext } from '#nodes/sdk/context.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import type { ReportValue } from '#nodes/sdk/values.ts';
import { columnOf } from '../conformance/tables.ts';
import { openWorkbench } from '../support/runNode.ts';

const bench = await openWorkbench();
afterAll(() => bench.close());

const ROWS = 400;

/** A city that most rows have for themselves, and an answer drawn by lot. */
function noise(): Table {
  const random = createRandom(7);
  const rows = Array.from({ length: ROWS }, () => [
    `city ${random.integer(200)}`,
    random.uniform() * 100,
    random.uniform() < 0.5 ? 'yes' : 'no',
  ]);
  return Table.values(
    [
      columnOf({ name: 'city', type: 'text' }),
      columnOf({ name: 'size', type: 'float64' }),
      columnOf({ name: 'left', type: 'text', role: 'target' }),
    ],
    rows,
  );
}

async function step(
  type: string,
  params: object,
  inputs: object,
): Promise<Record<string, unknown>> {
  const given = { params: params as never, inputs: inputs as never, seed: 3 };
  return bench.run(bench.nodeType(type), given);
}

async function score(table: Table): Promise<number> {
  const { model } = await step('logistic-regression', { c: 100 }, { table });
  const { report } = await step('cross-validate', { folds: 5 }, { model });
  return (report as ReportValue).metrics['rocAuc'] as number;
}

/** The values as they are, and nothing about how they were made: what a tool without recipes would judge. */
async function frozen(table: Table, { tables }: NodeContext): Promise<Table> {
  const checkpoint = await tables.materialize(table);
  return Table.fromPlan(checkpoint.plan);
}

it('finds nothing in noise with a target encoding, which fitted outside the folds would', async () => {
  const encode = { method: 'target', smoothing: 1 };
  const { table } = await step('encode-categories', encode, { table: noise() });
  const honest = await score(table as Table);
  const leaking = await score(await frozen(table as Table, bench.context()));
  expect(honest).toBeLessThan(0.58);
  expect(leaking).toBeGreaterThan(0.75);
});

it('gives another score where a scaling was fitted outside the folds', async () => {
  // Unpenalised weights do not feel a scale; strongly penalised ones do, and rows far out move the scale.
  const random = createRandom(11);
  const rows = Array.from({ length: 60 }, (_, row) => {
    const far = row % 20 === 0 ? 1000 : 1;
    const value = (random.uniform() - 0.5) * far;
    return [value, random.uniform() < 1 / (1 + Math.exp(-value * 4)) ? 'yes' : 'no'];
  });
  const columns = [
    columnOf({ name: 'x', type: 'float64' }),
    columnOf({ name: 'y', type: 'text', role: 'target' }),
  ];
  const { table } = await step('scale', {}, { table: Table.values(columns, rows) });
  const logLoss = async (given: Table): Promise<number> => {
    const { model } = await step('logistic-regression', { c: 0.1 }, { table: given });
    const { report } = await step('cross-validate', { folds: 5 }, { model });
    return (report as ReportValue).metrics['logLoss'] as number;
  };
  const honest = await logLoss(table as Table);
  const leaking = await logLoss(await frozen(table as Table, bench.context()));
  expect(Math.abs(honest - leaking)).toBeGreaterThan(0.005);
});

it('fits again what stood before the split, so that the order on the canvas does not matter', async () => {
  const split = { train: 50, by: 'random' };
  const scaledFirst = await step('scale', {}, { table: noise() });
  const before = await step('split-data', split, { table: scaledFirst['table'] });
  const splitFirst = await step('split-data', split, { table: noise() });
  const after = await step('scale', {}, { table: splitFirst['table'] });
  const { refitSplit, splitAfterFit } = await import('#nodes/sdk/learning/refit.ts');
  const context = bench.context();
  expect(splitAfterFit(before['table'] as Table)).toBe(true);
  const refitted = await refitSplit(before['table'] as Table, context);
  const values = async (table: Table) =>
    (await context.tables.columns(table, ['size'])).columns.get('size');
  expect(await values(refitted)).toEqual(await values(after['table'] as Table));
});
