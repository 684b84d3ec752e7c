/** What is kept of a model is what the contract publishes, whichever learner trained it. */
import { afterAll, expect, test } from 'vitest';
import type { Json } from '#schemas/types.ts';
import { validate } from '#schemas/validate.ts';
import { call, col, lit } from '#nodes/sdk/expressions/build.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';
import type { ModelValue } from '#nodes/sdk/values.ts';
import { loadNode, nodeFolders } from '#server/catalogue/load.ts';
import { openWorkbench } from '../support/runNode.ts';

const bench = await openWorkbench();
afterAll(() => bench.close());

const nodes = await Promise.all((await nodeFolders()).map(loadNode));
const learners = nodes.flatMap((node) =>
  'learner' in node && node.learner
    ? node.learner.tasks.map((task) => [node.type, task] as const)
    : [],
);

const recent = call('ge', col('year'), lit(2008)) as unknown as Json;

const STEPS = [
  ['split-data', { validation: 10 }],
  ['filter-rows', { condition: recent }],
  ['fill-missing', {}],
  ['encode-categories', {}],
  ['scale', {}],
] as const;

async function prepared(target: string): Promise<Table> {
  const sample = await bench.run(bench.nodeType('sample-data'), {
    params: { name: 'penguins' },
    inputs: {},
  });
  let table = sample['table'] as Table;
  for (const [type, params] of [
    ['set-roles', { target, dropWithoutTarget: true }],
    ...STEPS,
  ] as const) {
    const out = await bench.run(bench.nodeType(type), { params, inputs: { table } });
    table = out['table'] as Table;
  }
  return table;
}

test('there are learners of both kinds', () => {
  expect(new Set(learners.map(([, task]) => task))).toEqual(
    new Set(['classification', 'regression']),
  );
});

test.each(learners)('%s, %s', async (type, task) => {
  const target = task === 'classification' ? 'species' : 'body_mass_g';
  const { artifacts } = bench.context();
  const inputs = { table: await prepared(target) };
  const out = await bench.run(bench.nodeType(type), { params: {}, inputs });
  const bytes = await artifacts.get((out['model'] as ModelValue).artifact);
  const record = JSON.parse(new TextDecoder().decode(bytes)) as { task: string; training: object };
  expect(validate('model', record)).toEqual([]);
  expect(record.task).toBe(task);
  expect(record.training).toMatchObject({
    categories: expect.arrayContaining([
      { column: 'island', values: ['Biscoe', 'Dream', 'Torgersen'] },
    ]) as unknown,
  });
});
