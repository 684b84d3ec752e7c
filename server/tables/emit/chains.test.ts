import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, col } from '#nodes/sdk/expressions/build.ts';
import type { Expr } from '#nodes/sdk/expressions/types.ts';
import { forServing } from '#nodes/sdk/plan/forServing.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import { column } from '#nodes/sdk/plan/testing.ts';
import { compileRow } from '../rows/compileRow.ts';
import { emit } from './emit.ts';
import { type Engine, openEngine } from './testing/engine.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
afterAll(() => engine.close());

const layers = (table: Table): number =>
  [...emit(table.plan, { snapshot: () => 'f' }).sql.matchAll(/^(?:WITH )?c\d+ AS /gm)].length;

describe('fusion', () => {
  const table = Table.source({
    snapshot: 's',
    rows: 10,
    columns: [column('x', 'float64'), column('y', 'float64')],
  });

  it('makes one SELECT of adjacent projections and filters', () => {
    const made = table
      .rename({ x: 'z' })
      .derive([{ name: 'w', expr: call('add', col('z'), col('y')) }])
      .filter(call('gt', col('w'), 1))
      .describe('w', { role: 'target' })
      .filter(call('isnull', col('y')))
      .select(['w', 'z'])
      .rename({ w: 'v' });
    const { sql } = emit(made.plan, { snapshot: () => 'f.parquet' });
    expect(sql).toBe(
      `WITH c0 AS NOT MATERIALIZED (SELECT "x", "y", file_row_number AS "$row" FROM read_parquet('f.parquet', file_row_number = true))\n` +
        `SELECT CASE WHEN isfinite(("x" + "y")) THEN ("x" + "y") END AS "v", "x" AS "z", "$row" FROM c0 ` +
        `WHERE (CASE WHEN isfinite(("x" + "y")) THEN ("x" + "y") END > 1e0) AND ("y" IS NULL)`,
    );
  });

  it('does not write what is used twice at length again', () => {
    const long = Array.from({ length: 10 }, () => col('x')).reduce<Expr>(
      (sum, x) => call('add', sum, x),
      col('y'),
    );
    const once = table.derive([{ name: 'x', expr: long }]);
    const twice = once.derive([{ name: 'x', expr: call('mul', col('x'), col('x')) }]);
    expect([layers(once), layers(twice)]).toEqual([1, 2]);
  });

  it('ends at what looks at other rows', () => {
    expect(layers(table.limit(3).filter(call('gt', col('x'), 1)))).toBe(2);
    expect(layers(table.filter(call('gt', col('x'), 1)).limit(3))).toBe(2);
  });
});

/** One operation after the other, many times over. */
function chain(table: Table, times: number, step: (table: Table, at: number) => Table): Table {
  let made = table;
  for (let at = 0; at < times; at++) made = step(made, at);
  return made;
}

describe('1,000 operations', () => {
  const add = (at: number): Expr => call('add', call('mul', col('x'), 0.5), at);
  const twice = call(
    'sub',
    call('mul', col('x'), col('x')),
    call('mul', col('x'), call('add', col('x'), 0.25)),
  );

  it.each<[string, number, (table: Table, at: number) => Table]>([
    ['that change a column', 200, (t, at) => t.derive([{ name: 'x', expr: add(at) }])],
    ['that use a column twice', 260, (t) => t.derive([{ name: 'x', expr: twice }])],
    ['that select rows', 5, (t, at) => t.filter(call('ne', col('y'), -at))],
    [
      'of both kinds',
      200,
      (t, at) =>
        at % 2 ? t.derive([{ name: 'x', expr: add(at) }]) : t.filter(call('gt', col('y'), -at)),
    ],
    [
      'that add columns',
      200,
      (t, at) => t.derive([{ name: `c${at}`, expr: call('add', col('x'), at) }]),
    ],
    ['that rename', 5, (t, at) => t.rename({ [`y${at || ''}`]: `y${at + 1}` })],
    ['that sort', 5, (t) => t.sort([{ expr: col('y'), descending: true }])],
  ])(
    '%s',
    async (_, most, step) => {
      const base = await engine.snapshot(
        [column('x', 'float64'), column('y', 'int64')],
        [
          [1, 1],
          [0.5, 2],
          [null, 3],
        ],
      );
      const made = chain(base, 1000, step);
      expect(layers(made)).toBeLessThanOrEqual(most);
      const found = await engine.rows(made);
      expect(found.length).toBeGreaterThan(0);
      const names = made.columns.map(({ name }) => name);
      const serving = compileRow(forServing(made.plan, base.plan, names).plan);
      const raw = await engine.rows(base);
      for (const row of found) {
        const own = raw.find(
          ([, y]) => y === row[names.findIndex((name) => name.startsWith('y'))],
        )!;
        const cells = serving.run((name) => own[name === 'x' ? 0 : 1]);
        expect(cells).toEqual(row);
      }
    },
    60_000,
  );

  it('are refused in words where each needs a SELECT of its own', async () => {
    const base = Table.source({ snapshot: 's', rows: 1, columns: [column('x', 'float64')] });
    const made = chain(base, 1000, (t) => t.distinct().limit(5));
    expect(() => emit(made.plan, { snapshot: () => 'f' })).toThrow(/800/);
  });

  it('are many tables appended', async () => {
    const tables = Array.from({ length: 1000 }, (_, at) =>
      Table.values([column('x', 'int64')], [[at]]),
    );
    const found = await engine.rows(Table.append(tables));
    expect(found.map(([x]) => x)).toEqual(tables.map((_, at) => at));
  }, 60_000);
});
