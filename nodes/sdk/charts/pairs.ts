/** Correlations of each pair of columns, over the rows where both have a value. */
import { significant } from '#nodes/lib/exact/significant.ts';
import { pearson } from '#nodes/lib/statistics/correlation.ts';
import { ranks } from '#nodes/lib/statistics/ranks.ts';
import type { TablesPort } from '../context.ts';
import { call, col } from '../expressions/build.ts';
import type { Table } from '../plan/table.ts';
import type { Note } from '../values.ts';
import { isPresent } from './rows.ts';
import { sampled } from './sample.ts';

export interface Pairs {
  /** [place, place, r, rows]; the second place is never before the first. r is null where it is not defined. */
  readonly pairs: readonly (readonly (number | null)[])[];
  readonly rows: number;
  /** Rows with a missing value in some column. */
  readonly incomplete: number;
  readonly notes: readonly Note[];
}

/** Pearson's r over all rows: of standardised values, in one pass that holds a few rows at a time. */
export async function pearsonOf(
  tables: TablesPort,
  rows: Table,
  names: readonly string[],
): Promise<Pairs> {
  const counted = await countsOf(tables, rows, names);
  const scales = await scalesOf(tables, rows, names);
  const sums = names.flatMap((_, a) =>
    names.slice(a + 1).map((__, ahead) => new PairSums(a, a + 1 + ahead)),
  );
  for await (const batch of tables.batches(rows, names)) {
    const columns = names.map((name, at) =>
      standardised(batch.columns.get(name) as Float64Array, scales[at]!),
    );
    for (const each of sums) each.add(columns[each.a]!, columns[each.b]!);
  }
  const own = names.map((name, at) => {
    const n = counted.counts.get(name)!;
    return [at, at, coefficient(true, n, scales[at]!.sd > 0 ? 1 : Number.NaN), n];
  });
  const others = sums.map(({ a, b, n, r }) => [a, b, coefficient(false, n, r), n]);
  const pairs = [...own, ...others].sort(
    (one, other) => one[0]! - other[0]! || one[1]! - other[1]!,
  );
  return { pairs, ...counted, notes: [] };
}

interface Scale {
  readonly mean: number;
  readonly sd: number;
}

async function scalesOf(
  tables: TablesPort,
  rows: Table,
  names: readonly string[],
): Promise<readonly Scale[]> {
  const measures = names.flatMap((name, at) => [
    { name: `m${at}`, fn: 'mean', args: [col(name)] } as const,
    { name: `s${at}`, fn: 'stddev', args: [col(name)], q: 0 } as const,
  ]);
  const [found] = await tables.rows(rows.aggregate([], measures));
  return names.map((_, at) => ({
    mean: Number(found?.get(`m${at}`) ?? Number.NaN),
    sd: Number(found?.get(`s${at}`) ?? Number.NaN),
  }));
}

/** Without a spread that can be told, what is there stands at 0. */
function standardised(values: Float64Array, { mean, sd }: Scale): Float64Array {
  const [centre, width] = sd > 0 && Number.isFinite(mean) ? [mean, sd] : [0, Infinity];
  return values.map((value) => (value - centre) / width);
}

/** Sums over the rows where both columns have a value. */
class PairSums {
  readonly a: number;
  readonly b: number;
  n = 0;
  #x = 0;
  #y = 0;
  #xx = 0;
  #yy = 0;
  #xy = 0;

  constructor(a: number, b: number) {
    this.a = a;
    this.b = b;
  }

  add(xs: Float64Array, ys: Float64Array): void {
    let n = 0;
    let sx = 0;
    let sy = 0;
    let sxx = 0;
    let syy = 0;
    let sxy = 0;
    for (let row = 0; row < xs.length; row++) {
      const x = xs[row]!;
      const y = ys[row]!;
      if (Number.isNaN(x) || Number.isNaN(y)) continue;
      n += 1;
      sx += x;
      sy += y;
      sxx += x * x;
      syy += y * y;
      sxy += x * y;
    }
    this.n += n;
    this.#x += sx;
    this.#y += sy;
    this.#xx += sxx;
    this.#yy += syy;
    this.#xy += sxy;
  }

  /** The values stand around 0 with a spread of 1, so nothing large is taken from something large. */
  get r(): number {
    const { n } = this;
    const spread = (sum: number, squares: number): number => squares - (sum * sum) / n;
    const both = this.#xy - (this.#x * this.#y) / n;
    const spreads = spread(this.#x, this.#xx) * spread(this.#y, this.#yy);
    // What is left of a column that does not vary among these rows is rounding.
    return spreads > n * n * 1e-24 ? both / Math.sqrt(spreads) : Number.NaN;
  }
}

/** Of a column with itself it is 1, not almost 1. */
function coefficient(isSame: boolean, n: number, r: number): number | null {
  if (n < 2 || !Number.isFinite(r)) return null;
  return isSame ? 1 : significant(Math.max(-1, Math.min(1, r)));
}

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
