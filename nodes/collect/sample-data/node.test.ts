import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NodeContext } from '#nodes/sdk/context.ts';
import type { RunNode } from '#nodes/sdk/node.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';
import { openTables, type Tables } from '#server/tables/index.ts';
import { node } from './node.ts';
import { columnsOf, type SampleName } from '#nodes/lib/samples/samples.ts';

let home: string;
let tables: Tables;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'esteira-samples-'));
  const [artifacts, tmpDir] = [join(home, 'artifacts'), join(home, 'tmp')];
  await mkdir(artifacts);
  await mkdir(tmpDir);
  const resolveDataset = () => Promise.reject(new Error('samples name no data set'));
  const signal = new AbortController().signal;
  tables = openTables({ artifacts, tmpDir, memoryLimit: '500MB', resolveDataset, signal });
});

afterAll(async () => {
  await tables.close();
  await rm(home, { recursive: true, force: true });
});

// Rows and columns as the sources of the files state them.
it.each<[SampleName, number, number, string]>([
  ['penguins', 344, 8, 'species'],
  ['iris', 150, 5, 'species'],
  ['concrete', 1030, 9, 'compressive_strength'],
  ['credit_data', 4454, 14, 'Status'],
  ['mlc_churn', 5000, 20, 'churn'],
  ['attrition', 1470, 31, 'Attrition'],
  ['clientes_br', 5000, 14, 'Cancelou'],
])('%s holds what its schema promises', async (name, rows, width, target) => {
  const run = (node as RunNode<object>).run;
  const context = { tables } as unknown as NodeContext;
  const table = (await run({ params: { name }, inputs: {}, context }))['table'] as Table;
  expect(table.columns).toEqual(columnsOf(name));
  expect(table.columns).toHaveLength(width);
  expect(table.columnsOf({ role: 'target' }).map((column) => column.name)).toEqual([target]);
  expect(await tables.count(table)).toBe(rows);
});

it('offers every file that it holds', () => {
  const schema = node.params.properties['name'] as unknown as { enum: readonly SampleName[] };
  for (const name of schema.enum) expect(columnsOf(name).length).toBeGreaterThan(4);
});
