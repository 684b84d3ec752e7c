import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, col, lit } from '#nodes/sdk/expressions/build.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import { column } from '#nodes/sdk/plan/testing.ts';
import { emit } from './emit.ts';
import { type Engine, openEngine } from './testing/engine.ts';

let engine: Engine;
let people: Table;
let cities: Table;

beforeAll(async () => {
  engine = await openEngine();
  people = await engine.snapshot(
    [
      column('id', 'int64'),
      column('city', 'text'),
      column('age', 'float64'),
      column('born', 'date'),
    ],
    [
      [10, 'b', 30, '1990-05-01'],
      [11, 'a', null, null],
      [12, null, 50, '1970-01-01'],
      [13, 'a', 20, '0001-01-01'],
      [14, 'b', 30, '9999-12-31'],
    ],
  );
  cities = Table.values(
    [column('city', 'text'), column('size', 'int64')],
    [
      ['a', 1],
      ['a', 2],
      [null, 3],
      ['c', 4],
    ],
  );
});
afterAll(() => engine.close());

const on = [{ left: 'city', right: 'city' }];
const ids = async (table: Table) => (await engine.rows(table.select(['id']))).map(([id]) => id);
const identities = async (table: Table) => (await engine.hidden(table)).map(({ row }) => row);

describe('leaves', () => {
  it('gives written rows their types and positions', async () => {
    const types = ['bool', 'int64', 'float64', 'text', 'date', 'timestamp'] as const;
    const rows = [
      [true, 2 ** 53 - 1, 1e-320, "it's\0", '2024-02-29', '2024-02-29T23:59:59.999999'],
      [null, null, null, null, null, null],
      [false, -5, -0.1, '', '0001-01-01', '1969-12-31T00:00:00'],
    ];
    const table = Table.values(
      types.map((type) => column(type, type)),
      rows,
    );
    expect(await engine.rows(table)).toEqual(rows);
    expect(await identities(table)).toEqual([0, 1, 2]);
    expect(await engine.rows(table.limit(0))).toEqual([]);
    expect(await engine.rows(Table.values(table.columns, []))).toEqual([]);
    expect(await engine.rows(await engine.snapshot(table.columns, rows))).toEqual(rows);
  });

  it('numbers the rows of a file, even one with a column of that name', async () => {
    const columns = [column('file_row_number', 'int64'), column('x', 'int64')];
    const table = await engine.snapshot(columns, [
      [7, 1],
      [8, 2],
    ]);
    expect(await engine.hidden(table)).toEqual([
      { row: 0, cells: [7, 1] },
      { row: 1, cells: [8, 2] },
    ]);
  });

  it('reads the caller’s rows where there are any', () => {
    const input = Table.input([column('x', 'int64')]);
    const options = { snapshot: () => '' };
    expect(() => emit(input.plan, options)).toThrow(/input/);
    expect(emit(input.plan, { ...options, input: '"raw"' }).sql).toContain('FROM "raw"');
  });
});

describe('row-wise operations', () => {
  it('projects and filters, keeping identities', async () => {
    const table = people
      .derive([{ name: 'double', expr: call('mul', col('age'), 2) }])
      .filter(call('gt', col('double'), 50))
      .select(['double', 'id']);
    expect(await engine.hidden(table)).toEqual([
      { row: 0, cells: [60, 10] },
      { row: 2, cells: [100, 12] },
      { row: 4, cells: [60, 14] },
    ]);
  });

  it('attaches by identity', async () => {
    const some = people
      .filter(call('eq', col('city'), 'a'))
      .derive([{ name: 'age', expr: lit('x') }]);
    const all = people.select(['id', 'age']).attach(some, { columns: ['age'] });
    expect(await engine.rows(all)).toEqual([
      [10, null],
      [11, 'x'],
      [12, null],
      [13, 'x'],
      [14, null],
    ]);
    expect(await ids(people.attach(some, { columns: [], matching: true }))).toEqual([11, 13]);
  });

  it('joins the first right row of each key', async () => {
    const table = people.select(['id', 'city']).join(cities, { how: 'left', on, single: true });
    expect(await engine.hidden(table)).toEqual([
      { row: 0, cells: [10, 'b', null] },
      { row: 1, cells: [11, 'a', 1] },
      { row: 2, cells: [12, null, null] },
      { row: 3, cells: [13, 'a', 1] },
      { row: 4, cells: [14, 'b', null] },
    ]);
    const stored = await engine.checkpoint(cities.sort([{ expr: col('size'), descending: true }]));
    const same = people.select(['id', 'city']).join(stored, { how: 'left', on, single: true });
    expect(await engine.rows(same)).toEqual(await engine.rows(table));
  });
});

describe('joins that mix rows', () => {
  const joined = (how: 'inner' | 'left' | 'full' | 'semi' | 'anti') =>
    people.select(['id', 'city']).join(cities, { how, on });

  it.each([
    [
      'inner',
      [
        [11, 'a', 1],
        [11, 'a', 2],
        [13, 'a', 1],
        [13, 'a', 2],
      ],
    ],
    [
      'left',
      [
        [10, 'b', null],
        [11, 'a', 1],
        [11, 'a', 2],
        [12, null, null],
        [13, 'a', 1],
        [13, 'a', 2],
        [14, 'b', null],
      ],
    ],
    [
      'full',
      [
        [10, 'b', null],
        [11, 'a', 1],
        [11, 'a', 2],
        [12, null, null],
        [13, 'a', 1],
        [13, 'a', 2],
        [14, 'b', null],
        [null, null, 3],
        [null, 'c', 4],
      ],
    ],
    [
      'semi',
      [
        [11, 'a'],
        [13, 'a'],
      ],
    ],
    [
      'anti',
      [
        [10, 'b'],
        [12, null],
        [14, 'b'],
      ],
    ],
  ] as const)('%s: in the order of the left row, then the right', async (how, rows) => {
    expect(await engine.rows(joined(how))).toEqual(rows);
    const found = await identities(joined(how));
    expect(new Set(found).size).toBe(rows.length);
    expect(Math.max(...found)).toBeLessThan(joined(how).traits.rowLimit!);
  });

  it('ranks pairs where identities have no known limit', async () => {
    const { rowLimit: _, ...source } = (await engine.checkpoint(people)).plan as never as {
      rowLimit: number;
      snapshot: string;
      rows: number;
      columns: Table['columns'];
    };
    const unknown = Table.source({ ...source, ownRow: true }).select(['id', 'city']);
    for (const how of ['inner', 'left', 'full'] as const) {
      const table = unknown.join(cities, { how, on });
      expect(table.traits.rowLimit).toBeNull();
      const found = await engine.hidden(table);
      expect(found.map(({ row }) => row)).toEqual(found.map((_row, at) => at));
      expect(found.map(({ cells }) => cells)).toEqual(await engine.rows(joined(how)));
    }
  });

  it('compares whole numbers with fractions and days with moments', async () => {
    const left = Table.values([column('k', 'int64'), column('d', 'date')], [[1, '2024-01-01']]);
    const right = Table.values(
      [column('k', 'float64'), column('d', 'timestamp'), column('v', 'text')],
      [
        [1, '2024-01-01T00:00:00', 'x'],
        [1.5, '2024-01-01T00:00:00', 'y'],
      ],
    );
    const both = ['k', 'd'].map((name) => ({ left: name, right: name }));
    const cells = await engine.rows(left.join(right, { how: 'full', on: both }));
    expect(cells).toEqual([
      [1, '2024-01-01T00:00:00', 'x'],
      [1.5, '2024-01-01T00:00:00', 'y'],
    ]);
  });
});

describe('append', () => {
  it('stacks tables by name', async () => {
    const other = Table.values([column('age', 'int64'), column('new', 'bool')], [[1, true]]);
    const table = Table.append([people.select(['id', 'age']).limit(2), other, other]);
    expect(await engine.hidden(table)).toEqual([
      { row: 0, cells: [10, 30, null] },
      { row: 1, cells: [11, null, null] },
      { row: 5, cells: [null, 1, true] },
      { row: 6, cells: [null, 1, true] },
    ]);
  });

  it('keeps the output order of sorted tables', async () => {
    const sorted = people.select(['id', 'age']).sort([{ expr: col('age') }]);
    const table = Table.append([sorted, people.select(['id'])]);
    expect(await ids(table)).toEqual([13, 10, 14, 12, 11, 10, 11, 12, 13, 14]);
    expect(await identities(table)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe('output order', () => {
  const byAge = [{ expr: col('age'), descending: true }, { expr: col('city') }];

  it('sorts with missing values last, equal rows as they were', async () => {
    expect(await ids(people.sort(byAge))).toEqual([12, 10, 14, 13, 11]);
    expect(await ids(people.sort([{ expr: col('age') }]))).toEqual([13, 10, 14, 12, 11]);
    expect(await ids(people.sort([{ expr: col('city') }]))).toEqual([11, 13, 10, 14, 12]);
    const found = await engine.hidden(people.sort(byAge).select(['id']));
    expect(found.map(({ order }) => order)).toEqual([1, 4, 0, 3, 2]);
  });

  it('compares text by code point', async () => {
    const words = ['é', 'z', 'Z', 'a', '', '🦆', '\ufffd', 'A', '10', '9'];
    const table = Table.values(
      [column('w', 'text')],
      words.map((word) => [word]),
    );
    const found = await engine.rows(table.sort([{ expr: col('w') }]));
    const sorted = words.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(found.map(([word]) => word)).toEqual(sorted);
  });

  it('carries the order through what follows', async () => {
    const table = people
      .sort([{ expr: col('age') }])
      .filter(call('ne', col('id'), 10))
      .derive([{ name: 'age', expr: lit(0) }])
      .join(cities, { how: 'left', on, single: true })
      .attach(people, { columns: ['born'] });
    expect(await ids(table)).toEqual([13, 14, 12, 11]);
    expect(await ids(table.limit(2, 1))).toEqual([14, 12]);
    expect(await ids(table.limit(2, 1).filter(call('lt', col('id'), 14)))).toEqual([12]);
    expect(await ids(await engine.checkpoint(table))).toEqual([13, 14, 12, 11]);
    expect(await ids((await engine.checkpoint(table)).limit(1))).toEqual([13]);
  });

  it('takes the last of several sorts', async () => {
    const table = people.sort([{ expr: col('city') }]).sort([{ expr: col('age') }]);
    expect(await ids(table)).toEqual([13, 10, 14, 12, 11]);
  });

  it('limits by identity where nothing was sorted', async () => {
    expect(await ids(people.limit(2))).toEqual([10, 11]);
    expect(await ids(people.limit(2, 4))).toEqual([14]);
    expect(await ids(people.join(cities, { how: 'left', on }).limit(3))).toEqual([10, 11, 11]);
    expect(await ids(people.filter(call('eq', col('city'), 'b')).limit(1, 1))).toEqual([14]);
  });

  it('keeps the first row of each combination', async () => {
    expect(await ids(people.distinct(['city']))).toEqual([10, 11, 12]);
    expect(await ids(people.distinct(['city', 'age']))).toEqual([10, 11, 12, 13]);
    const oldest = people.sort([{ expr: col('age'), descending: true }]).distinct(['city']);
    expect(await ids(oldest)).toEqual([12, 10, 13]);
    expect(await identities(oldest)).toEqual([0, 2, 3]);
  });
});
