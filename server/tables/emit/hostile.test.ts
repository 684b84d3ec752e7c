import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, col, lookup } from '#nodes/sdk/expressions/build.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import { column } from '#nodes/sdk/plan/testing.ts';
import { type Engine, openEngine } from './testing/engine.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

describe('columns with hostile names', () => {
  it('survive every operation', async () => {
    const odd = [
      'select',
      'a "b"',
      "l'été",
      '🦆',
      '__proto__',
      '$o0',
      '$rank',
      '$order$',
      'l',
      'r',
      'c0',
      'k0',
      'm0',
      's',
      'g',
      'n',
      'h',
      'sh',
      'latest',
      'part',
      'value',
      'x;--',
      ' ',
    ];
    const columns = [column('key', 'int64'), ...odd.map((name) => column(name, 'int64'))];
    const table = await engine.snapshot(
      columns,
      [1, 2, 3].map((k) => [k, ...odd.map((_, at) => k * 100 + at)]),
    );
    const made = table
      .sort(odd.map((name) => ({ expr: col(name), descending: true })))
      .filter(call('gt', col('$o0'), 0))
      .join(table, { how: 'left', on: [{ left: 'key', right: 'key' }], single: true })
      .partition({
        into: { kind: 'holdout', train: 1, validation: 1, test: 1 },
        seed: 1,
        stratify: '$rank',
      })
      .partition({
        into: { kind: 'folds', count: 2 },
        seed: 1,
        stratify: 'n',
        group: 'h',
        time: 's',
      })
      .partition({
        into: { kind: 'holdout', train: 1, validation: 1, test: 1 },
        seed: 1,
        group: 'n',
      })
      .attach(table, { columns: odd })
      .distinct(odd);
    const rows = await engine.rows(made.select(['key', ...odd, '$o0_right']));
    expect(rows.map(([key]) => key)).toEqual([3, 2, 1]);
    expect(rows[0]).toEqual([3, ...odd.map((_, at) => 300 + at), 300 + odd.indexOf('$o0')]);
    const sums = table.aggregate(
      ['l', '__proto__'],
      odd
        .filter((n) => n !== 'l' && n !== '__proto__')
        .map((name) => ({ name, fn: 'sum', args: [col(name)] })),
    );
    expect((await engine.rows(sums)).map((row) => row.length)).toEqual(
      odd.slice(0, 3).map(() => odd.length),
    );
    expect(
      await engine.rows(Table.append([table.select(odd), table.select(odd)]).limit(1, 3)),
    ).toEqual([odd.map((_, at) => 100 + at)]);
  });
});

describe('long lookups', () => {
  it('keep output order, although DuckDB joins them', async () => {
    const size = 50_000;
    const entries = Array.from({ length: 1000 }, (_, at) => [at, at * 2] as const);
    const rows = Array.from({ length: size }, (_, at) => [(at * 7919) % 1500]);
    const table = (await engine.snapshot([column('x', 'int64')], rows)).derive([
      { name: 'y', expr: lookup(col('x'), entries, 'int64', -1) },
    ]);
    const found = await engine.rows(table.limit(3));
    expect(found).toEqual([
      [0, 0],
      [419, 838],
      [838, 1676],
    ]);
    const all = await engine.rows(table);
    expect(all.map(([x]) => x)).toEqual(rows.map(([x]) => x));
  });
});
