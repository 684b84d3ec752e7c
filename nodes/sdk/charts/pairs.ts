/** Correlations of each pair of columns, over the rows where both have a value. */
import { significant } from '#nodes/lib/exact/significant.ts';
import { pearson } from '#nodes/lib/statistics/correlation.ts';
import { ranks } from '#nodes/lib/statistics/ranks.ts';
import type { TablesPort } from '../context.ts';
import { call, col, lit } from '../expressions/build.ts';
import type { Expr } from '../expressions/types.ts';
import type { Measure } from '../plan/types.ts';
import type { Table } from '../plan/table.ts';
import type { Note } from '../values.ts';
import { isMissing, isPresent } from './rows.ts';
import { sampled } from './sample.ts';

export interface Pairs {
  /** [place, place, r, rows]; the second place is never before the first. r is null where it is not defined. */
  readonly pairs: readonly (readonly (number | null)[])[];
  readonly rows: number;
  /** Rows with a missing value in some column. */
  readonly incomplete: number;
  readonly notes: readonly Note[];
}

type Found = ReadonlyMap<string, unknown>;

/** Pearson's r from exact sums over all rows. */
export async function pearsonOf(
  tables: TablesPort,
  rows: Table,
  names: readonly string[],
): Promise<Pairs> {
  const counted = await countsOf(tables, rows, names);
  const gaps = names.map((name) => counted.counts.get(name)! < counted.rows);
  const measures = new Map<string, Measure>();
  const ask = (name: string, measure: Omit<Measure, 'name'>): void => {
    measures.set(name, { name, ...measure });
  };
  // A column's own spread serves every pair of which the other column is whole.
  const spread = (a: number, b: number): string => (gaps[b] && a !== b ? `v${a}.${b}` : `v${a}`);
  for (const [a, first] of names.entries()) {
    for (let b = a; b < names.length; b++) {
      const second = names[b]!;
      ask(`c${a}.${b}`, { fn: 'covariance', args: [col(first), col(second)], q: 0 });
      ask(spread(a, b), {
        fn: 'variance',
        args: [spread(a, b) === `v${a}` ? col(first) : where(first, second)],
        q: 0,
      });
      ask(spread(b, a), {
        fn: 'variance',
        args: [spread(b, a) === `v${b}` ? col(second) : where(second, first)],
        q: 0,
      });
      if (gaps[a] && gaps[b]) ask(`n${a}.${b}`, { fn: 'count', args: [where(first, second)] });
    }
  }
  const [found = new Map() as Found] = await tables.rows(
    rows.aggregate([], [...measures.values()]),
  );
  const at = (name: string): number => Number(found.get(name) ?? Number.NaN);
  const pairs = names.flatMap((first, a) =>
    names.slice(a).map((second, ahead) => {
      const b = a + ahead;
      const n =
        gaps[a] && gaps[b]
          ? at(`n${a}.${b}`)
          : Math.min(counted.counts.get(first)!, counted.counts.get(second)!);
      const spreads = Math.sqrt(at(spread(a, b))) * Math.sqrt(at(spread(b, a)));
      return [a, b, coefficient(a === b, n, at(`c${a}.${b}`) / spreads), n];
    }),
  );
  return { pairs, ...counted, notes: [] };
}

/** Of a column with itself it is 1, not almost 1. */
function coefficient(isSame: boolean, n: number, r: number): number | null {
  if (n < 2 || !Number.isFinite(r)) return null;
  return isSame ? 1 : significant(Math.max(-1, Math.min(1, r)));
}

/** The first where the second has a value. */
const where = (first: string, second: string): Expr =>
  call('if', isMissing(second), lit(null, 'float64'), col(first));

async function countsOf(
  tables: TablesPort,
  rows: Table,
  names: readonly string[],
): Promise<{
  readonly rows: number;
  readonly incomplete: number;
  readonly counts: ReadonlyMap<string, number>;
}> {
  const measures = [
    { name: 'rows', fn: 'count', args: [] } as const,
    ...names.map((name) => ({ name, fn: 'count', args: [col(name)] }) as const),
  ];
  const isWhole = names.length === 1 ? isPresent(names[0]!) : call('and', ...names.map(isPresent));
  const [[found], whole] = await Promise.all([
    tables.rows(rows.aggregate([], measures)),
    tables.count(rows.filter(isWhole)),
  ]);
  const count = Number(found?.get('rows') ?? 0);
  const counts = new Map(names.map((name) => [name, Number(found?.get(name) ?? 0)]));
  return { rows: count, incomplete: count - whole, counts };
}

/** Ranks have to be sorted one pair after the other, so a large table is sampled. */
const MOST_RANKED = 20_000;

/** Spearman's: Pearson's r of the ranks. */
export async function spearmanOf(
  tables: TablesPort,
  rows: Table,
  names: readonly string[],
): Promise<Pairs> {
  const { incomplete } = await countsOf(tables, rows, names);
  const some = await sampled(tables, rows, MOST_RANKED);
  const batch = await tables.columns(some.rows, names);
  const columns = names.map((name) => batch.columns.get(name) as Float64Array);
  const whole = columns.map((values) => (values.some(Number.isNaN) ? undefined : ranks(values)));
  const pairs = names.flatMap((_, a) =>
    names.slice(a).map((__, ahead) => {
      const b = a + ahead;
      const [x, y] = [whole[a], whole[b]];
      if (x && y)
        return [a, b, coefficient(a === b, x.length, pearson(x, y) ?? Number.NaN), x.length];
      const both = present(columns[a]!, columns[b]!);
      const r = pearson(ranks(both[0]), ranks(both[1])) ?? Number.NaN;
      return [a, b, coefficient(a === b, both[0].length, r), both[0].length];
    }),
  );
  return { pairs, rows: batch.rows, incomplete, notes: some.notes };
}

function present(a: Float64Array, b: Float64Array): readonly [number[], number[]] {
  const out: [number[], number[]] = [[], []];
  for (let row = 0; row < a.length; row++) {
    if (Number.isNaN(a[row]) || Number.isNaN(b[row])) continue;
    out[0].push(a[row]!);
    out[1].push(b[row]!);
  }
  return out;
}
