import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { call, col, lit } from '#nodes/sdk/expressions/build.ts';
import { planHash } from '#nodes/sdk/plan/hash.ts';
import { Table, type PartitionSpec } from '#nodes/sdk/plan/table.ts';
import type { Plan } from '#nodes/sdk/plan/types.ts';
import { openTables, type Tables } from '../index.ts';
import { openDeals, type Written } from './deals.ts';
import { column } from './testing/tables.ts';

let folder: string;
/** The same artifacts, once with what splits gave kept, once without. */
let keeping: Tables;
let plain: Tables;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'esteira-deals-'));
  const open = (dealtRows: number): Tables =>
    openTables({
      artifacts: join(folder, 'artifacts'),
      tmpDir: join(folder, 'tmp'),
      memoryLimit: '500MB',
      threads: 2,
      resolveDataset: (name) => name,
      dealtRows,
    });
  keeping = open(0);
  plain = open(Infinity);
});
afterAll(async () => {
  await keeping.close();
  await plain.close();
  await rm(folder, { recursive: true, force: true });
});

type Row = readonly [number, string | null, number | null];
const someRows = fc.array(
  fc.tuple(
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }),
    fc.constantFrom('a', 'b', 'c', '', null),
    fc.constantFrom(0, 1, 2, 3, 4, 5, null),
  ),
  { minLength: 1, maxLength: 60 },
);

const shares = { kind: 'holdout', train: 6, validation: 1, test: 3 } as const;
const someSpecs: fc.Arbitrary<PartitionSpec> = fc.record(
  {
    into: fc.constantFrom(shares, { kind: 'folds', count: 3 } as const),
    seed: fc.nat(99),
    stratify: fc.constantFrom('s'),
    group: fc.constantFrom('g'),
  },
  { requiredKeys: ['into', 'seed'] },
);

/** What nodes do before and after a split. */
const before: readonly ((table: Table) => Table)[] = [
  (table) => table,
  (table) => table.filter(call('gt', col('x'), lit(0))),
  (table) => table.sort([{ expr: col('g'), descending: true }]),
  (table) => Table.append([table, table]),
  (table) => table.partition({ into: shares, seed: 4 }),
];
const after: readonly ((table: Table) => Table)[] = [
  (table) => table,
  (table) => (table.partitioned?.kind === 'folds' ? table.foldAsHoldout(1) : table).part(['train']),
  (table) =>
    table.derive([{ name: 'y', expr: call('add', col('x'), lit(1)) }]).sort([{ expr: col('y') }]),
  (table) => table.sort([{ expr: col('x') }]).limit(7),
  (table) =>
    table.aggregate([{ name: 's', expr: col('s') }], [{ name: 'm', fn: 'mean', args: [col('x')] }]),
  (table) => Table.append([table.filter(call('gt', col('x'), lit(0))), table]),
  (table) =>
    table.attach(table.derive([{ name: 'z', expr: lit(3) }]), { columns: ['z'], part: true }),
];

async function stored(rows: readonly Row[]): Promise<Table> {
  const data = [0, 1, 2].map((at) => rows.map((row) => row[at]!));
  const columns = [column('x', 'float64'), column('s', 'text'), column('g', 'int64')];
  return plain.fromColumns(
    rows.map((_, at) => at * 3),
    columns.map((each, at) => ({ column: each, data: data[at]! })),
  );
}

it('gives the same bytes whether what a split gave is kept or not', async () => {
  await fc.assert(
    fc.asyncProperty(
      someRows,
      someSpecs,
      fc.constantFrom(...before),
      fc.constantFrom(...after),
      async (rows, spec, first, then) => {
        const table = then(first(await stored(rows)).partition(spec));
        const [wanted, file] = [await plain.rows(table), await plain.materialize(table)];
        const csv = await plain.write(table, 'csv');
        // The first question deals, the second keeps, the others look up.
        for (let times = 0; times < 3; times++) expect(await keeping.rows(table)).toEqual(wanted);
        expect(planHash((await keeping.materialize(table)).plan)).toBe(planHash(file.plan));
        expect(await keeping.write(table, 'csv')).toEqual(csv);
        expect(await keeping.count(table)).toBe(await plain.count(table));
        const names = table.columns.map(({ name }) => name);
        expect(await keeping.columns(table, names)).toEqual(await plain.columns(table, names));
      },
    ),
    { numRuns: 40 },
  );
});

const split = Table.source({
  snapshot: 'f'.repeat(64),
  columns: [column('x', 'float64')],
  rows: 10,
}).partition({ into: shares, seed: 1 });

it('writes once, from the second question on, and leaves what people see as it is', async () => {
  const deals = openDeals(10);
  const written: Plan[] = [];
  const write = async (plan: Plan): Promise<Written> => {
    written.push(plan);
    return { hash: 'a'.repeat(64), rows: 10 };
  };
  const table = split.derive([{ name: 'y', expr: col('x') }]);
  expect(await deals.kept(table, write)).toBe(table);
  const [one, other] = await Promise.all([deals.kept(table, write), deals.kept(split, write)]);
  expect(written).toHaveLength(1);
  expect(one.schema).toEqual(table.schema);
  expect(one.base).toBe(table.base);
  expect(other.plan).toMatchObject({
    op: 'attach',
    part: true,
    from: { snapshot: 'a'.repeat(64) },
  });
});

it('goes on without where it cannot be written, and tries again', async () => {
  const deals = openDeals(10);
  let full = true;
  const write = async (): Promise<Written> => {
    if (full) throw new Error('no space left');
    return { hash: 'a'.repeat(64), rows: 10 };
  };
  await deals.kept(split, write);
  expect(await deals.kept(split, write)).toBe(split);
  full = false;
  expect((await deals.kept(split, write)).plan.op).toBe('attach');
});

it('keeps nothing of small tables, and of folds only how they were dealt', async () => {
  const write = async (): Promise<Written> => ({ hash: 'a'.repeat(64), rows: 10 });
  const large = openDeals(11);
  for (let times = 0; times < 3; times++) expect(await large.kept(split, write)).toBe(split);
  const deals = openDeals(10);
  const fold = split.partition({ into: { kind: 'folds', count: 3 }, seed: 1 }).foldAsHoldout(2);
  await deals.kept(fold, write);
  const { plan } = await deals.kept(fold, write);
  expect(plan).toMatchObject({ op: 'partition', into: { kind: 'fold' }, input: { op: 'attach' } });
});
