import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exactSum } from '#nodes/lib/exact/exactSum.ts';
import { createRandom } from '#nodes/lib/random/random.ts';
import { call, col, lit } from '#nodes/sdk/expressions/build.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import { column } from '#nodes/sdk/plan/testing.ts';
import type { AggregateFn, Measure } from '#nodes/sdk/plan/types.ts';
import { type Engine, openEngine, type Row } from './testing/engine.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine(4);
});
afterAll(() => engine.close());

const of = (fn: AggregateFn, name: string, q?: number): Measure => ({
  name: `${fn} ${name} ${q ?? ''}`,
  fn,
  args: [col(name)],
  ...(q === undefined ? {} : { q }),
});

const columns = [column('g', 'text'), column('x', 'float64'), column('y', 'int64')];
const rows: Row[] = [
  ['a', 0.1, 1],
  ['a', 0.2, 2],
  ['a', 0.3, 3],
  ['a', null, 4],
  ['a', 1e6, 5],
  ['b', -5.5, 6],
  ['b', 2.25, null],
  ['b', 2.25, 8],
  [null, 7, 9],
  [null, null, 10],
];
const measures: Measure[] = [
  { name: 'n', fn: 'count', args: [] },
  of('count', 'x'),
  of('count_missing', 'x'),
  of('count_distinct', 'x'),
  of('sum', 'x'),
  of('mean', 'x'),
  of('min', 'x'),
  of('max', 'x'),
  of('median', 'x'),
  of('quantile', 'x', 0.1),
  of('stddev', 'x'),
  of('variance', 'x', 0),
  { name: 'c', fn: 'covariance', args: [col('x'), col('y')] },
  of('mode', 'x'),
];

// Golden: exact fractions in Python 3, and its module statistics.
const GOLDEN = [
  [
    'a',
    5,
    4,
    1,
    4,
    1000000.6,
    250000.15,
    0.1,
    1e6,
    0.25,
    0.13,
    499999.90000000666,
    187499925000.0125,
    749999.9166666666,
    0.1,
  ],
  [
    'b',
    3,
    3,
    0,
    2,
    -1,
    -0.3333333333333333,
    -5.5,
    2.25,
    2.25,
    -3.95,
    4.474464586219599,
    13.347222222222221,
    7.75,
    2.25,
  ],
  [null, 2, 1, 1, 1, 7, 7, 7, 7, 7, 7, null, 0, null, 7],
];
const GOLDEN_ALL = [
  10, 8, 2, 7, 1000006.6, 125000.825, -5.5, 1e6, 1.275, -1.58, 353553.0572597616,
  109374793760.50874, 23814.235714285714, 2.25,
];

function expectClose(found: readonly unknown[], golden: readonly unknown[]): void {
  expect(found).toHaveLength(golden.length);
  for (const [at, value] of golden.entries()) {
    if (typeof value !== 'number') expect(found[at]).toEqual(value);
    else
      expect(Math.abs((found[at] as number) - value)).toBeLessThanOrEqual(Math.abs(value) * 1e-14);
  }
}

describe('every aggregate', () => {
  it('by groups, in the order of the keys, missing last', async () => {
    const table = Table.values(columns, rows).aggregate(['g'], measures);
    const found = await engine.hidden(table);
    for (const [at, golden] of GOLDEN.entries()) expectClose(found[at]!.cells, golden);
    expect(found.map(({ row }) => row)).toEqual([0, 1, 2]);
  });

  it('over all rows', async () => {
    const [found] = await engine.rows(Table.values(columns, rows).aggregate([], measures));
    expectClose(found!, GOLDEN_ALL);
  });

  it('of no rows: none by groups, one without', async () => {
    const none = Table.values(columns, rows).filter(lit(false));
    expect(await engine.rows(none.aggregate(['g'], measures))).toEqual([]);
    const [found] = await engine.rows(none.aggregate([], measures));
    expect(found).toEqual([0, 0, 0, 0, ...Array.from({ length: 10 }, () => null)]);
  });

  it('without measures gives the groups', async () => {
    expect(await engine.rows(Table.values(columns, rows).aggregate(['g'], []))).toEqual([
      ['a'],
      ['b'],
      [null],
    ]);
  });

  it('of what can only be null is null', async () => {
    const nothing = [lit(null)];
    const table = Table.values(columns, rows).aggregate(
      [],
      [
        { name: 's', fn: 'sum', args: nothing },
        { name: 'm', fn: 'min', args: nothing },
        { name: 'o', fn: 'mode', args: nothing },
        { name: 'v', fn: 'variance', args: nothing },
        { name: 'n', fn: 'count', args: nothing },
      ],
    );
    expect(await engine.rows(table)).toEqual([[null, null, null, null, 0]]);
  });
});

describe('other types', () => {
  it('takes dates, times, text and bools where they make sense', async () => {
    const table = Table.values(
      [
        column('d', 'date'),
        column('t', 'timestamp'),
        column('s', 'text'),
        column('b', 'bool'),
        column('i', 'int64'),
      ],
      [
        ['2024-01-03', '2024-01-01T00:00:00.000001', 'é', true, 2 ** 53 - 1],
        ['2024-01-01', '2024-01-02T00:00:00', 'z', false, 2 ** 53 - 1],
        ['2024-01-01', null, 'z', true, -1],
        ['2024-01-04', null, 'é', null, null],
      ],
    );
    const measured = table.aggregate(
      [],
      [
        of('median', 'd'),
        of('quantile', 't', 1),
        of('min', 's'),
        of('max', 's'),
        of('mode', 's'),
        of('mode', 'd'),
        of('min', 'b'),
        of('mean', 'b'),
        of('sum', 'i'),
        of('variance', 'b', 0),
        of('median', 'i'),
      ],
    );
    expect(await engine.rows(measured)).toEqual([
      [
        '2024-01-01',
        '2024-01-02T00:00:00',
        'z',
        'é',
        'z',
        '2024-01-01',
        false,
        2 / 3,
        2 ** 54 - 3,
        expect.closeTo(2 / 9, 15),
        2 ** 53 - 1,
      ],
    ]);
  });

  it('groups by expressions, with -0 and 0 as one', async () => {
    const table = Table.values([column('x', 'float64')], [[0], [1], [2], [null]]);
    const minus = table.derive([
      { name: 'x', expr: call('mul', col('x'), call('sub', col('x'), 1)) },
    ]);
    const grouped = minus.aggregate(
      [{ name: 'k', expr: col('x') }],
      [{ name: 'n', fn: 'count', args: [] }],
    );
    expect(await engine.rows(grouped)).toEqual([
      [0, 2],
      [2, 1],
      [null, 1],
    ]);
    const [smallest] = await engine.rows(minus.aggregate([], [of('min', 'x'), of('mode', 'x')]));
    expect(smallest!.map((value) => Object.is(value, 0))).toEqual([true, true]);
  });
});

/** Sums and means by group of `values`, with `keys`. */
async function totals(keys: readonly string[], values: readonly (number | null)[], keyed: boolean) {
  const table = await engine.snapshot(
    [column('k', 'text'), column('x', 'float64')],
    values.map((value, at) => [keys[at % keys.length]!, value]),
  );
  const measured = table.aggregate(keyed ? ['k'] : [], [
    of('sum', 'x'),
    of('mean', 'x'),
    of('stddev', 'x'),
  ]);
  return engine.rows(measured);
}

const anyDouble = fc.double({ noNaN: true, noDefaultInfinity: true });
const usual = fc.double({ noNaN: true, min: -1e6, max: 1e6 });
const tiny = fc.double({ noNaN: true, min: -1e-200, max: 1e-200 });
const huge = fc.double({ noNaN: true, min: -1e300, max: 1e300 });

describe('sums of doubles', () => {
  it('are right to the size of the largest value, whatever the sizes', async () => {
    const values = fc.oneof(
      fc.array(usual, { minLength: 1, maxLength: 40 }),
      fc.array(fc.oneof(usual, tiny), { minLength: 1, maxLength: 40 }),
      fc.array(tiny, { minLength: 1, maxLength: 40 }),
      fc.array(huge, { minLength: 1, maxLength: 40 }),
      fc.array(anyDouble, { minLength: 1, maxLength: 40 }),
    );
    await fc.assert(
      fc.asyncProperty(values, fc.boolean(), async (list, keyed) => {
        const [row] = await totals(['k'], list, keyed);
        const [sum, mean] = row!.slice(keyed ? 1 : 0) as [number | null, number];
        const exact = exactSum(list);
        const size = Math.max(...list.map(Math.abs));
        // Doubles end at 1e-308; what is left of smaller parts is below that.
        const slack = list.length * size * 2 ** -45 + 1e-300;
        if (Number.isFinite(exact)) expect(Math.abs(sum! - exact)).toBeLessThanOrEqual(slack);
        else expect(sum).toBeNull();
        const exactMean = exactSum(list.map((value) => value / list.length));
        expect(Math.abs(mean - exactMean)).toBeLessThanOrEqual(slack);
      }),
      { numRuns: 60 },
    );
  });

  it('keep groups of very different sizes apart', async () => {
    const sizes = [1e308, 1, 1e-30, 0, 1e15, 1e-280];
    const values = [1, 2, 3, 4].flatMap((factor) => sizes.map((size) => size * (factor / 4)));
    const found = await totals(['a', 'b', 'c', 'd', 'e', 'f'], values, true);
    for (const [at, size] of sizes.entries()) {
      expect(found[at]![2]).toBeCloseTo(size * 0.625, 12);
      expect((found[at]![2] as number) / (size || 1)).toBeCloseTo(size ? 0.625 : 0, 9);
    }
    expect(found[0]![1]).toBeNull();
    expect(found[1]!.slice(1)).toEqual([2.5, 0.625, expect.closeTo(0.3227486121839514, 14)]);
  });

  it('do not depend on the order of rows nor on the number of threads', async () => {
    const random = createRandom(7);
    const draw = () => (random.uniform() - 0.5) * 10 ** (random.uniform() * 12 - 6);
    const values = Array.from({ length: 2000 }, () => [random.integer(37), draw()]);
    const measure = [
      of('sum', 'x'),
      of('mean', 'x'),
      of('stddev', 'x'),
      of('median', 'x'),
      of('mode', 'x'),
    ];
    const answers = new Set<string>();
    for (const [threads, order] of [
      [1, col('$at')],
      [4, col('$at')],
      [4, call('neg', col('$at'))],
      [3, call('mod', call('mul', col('$at'), 7919), 10_007)],
    ] as const) {
      const other = await openEngine(threads);
      // 400,000 rows: several row groups, which threads take as they come.
      const some = Table.values([column('g', 'int64'), column('x', 'float64')], values);
      const tables = Array.from({ length: 200 }, (_, at) =>
        some.derive([
          { name: 'x', expr: call('mul', col('x'), at + 0.1) },
          { name: '$at', expr: call('add', col('x'), at) },
        ]),
      );
      const stored = await other.checkpoint(Table.append(tables).sort([{ expr: order }]));
      const all = await other.rows(stored.aggregate([], measure));
      const grouped = await other.rows(stored.aggregate(['g'], measure));
      answers.add(JSON.stringify([all, grouped]));
      await other.close();
    }
    expect(answers.size).toBe(1);
  }, 60_000);

  it('give deviations that do not suffer from a large mean', async () => {
    const values = Array.from({ length: 1001 }, (_, at) => 1e9 + (at % 2 === 0 ? 1 : -1) * 0.5);
    for (const keyed of [true, false]) {
      const [row] = await totals(['k'], values, keyed);
      // Golden: exact fractions in Python 3.
      expect(row!.at(-1)).toBeCloseTo(0.5002496879057, 12);
    }
  });

  it('never take the variance of large values for a number', async () => {
    const [row] = await totals(['k'], [1e308, -1e308, 1e308], false);
    expect(row).toEqual([1e308, expect.closeTo(1e308 / 3, -295), null]);
  });
});
