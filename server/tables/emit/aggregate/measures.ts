/** What each measure asks of the passes over the rows, and how its value is made of the answers. */
import { quoteLiteral } from '#nodes/sdk/expressions/sql/quote.ts';
import { qOf } from '#nodes/sdk/plan/ops/measures.ts';
import type { AggregateFn, Measure } from '#nodes/sdk/plan/types.ts';
import type { Passes } from './passes.ts';
import type { Argument } from './source.ts';

/** SQL of the measure over the row of its group; may be infinite. */
export function measureSql(measure: Measure, args: readonly Argument[], passes: Passes): string {
  const [first, second] = args as readonly [Argument, Argument];
  switch (measure.fn) {
    case 'count':
      return passes.group(args.length === 0 ? 'count(*)' : countSql(first));
    case 'count_missing':
      return `(${passes.group('count(*)')} - ${passes.group(countSql(first))})`;
    case 'count_distinct':
      return passes.group(`count(DISTINCT ${plusZero(first, first.name)})`);
    case 'min':
    case 'max':
      return plusZero(first, passes.group(`${measure.fn}(${first.name})`));
    case 'median':
    case 'quantile':
      return quantileSql(first, qOf(measure), passes);
    case 'sum':
      return passes.sum(first);
    case 'mean':
      return passes.mean(first);
    case 'mode':
      return passes.mode(first);
    case 'variance':
      return passes.covariance(first, first, qOf(measure));
    case 'stddev':
      return `sqrt(${passes.covariance(first, first, qOf(measure))})`;
    case 'covariance':
      return passes.covariance(first, second, qOf(measure));
  }
}

export function countSql({ name }: Argument): string {
  return `count(${name})`;
}

/** -0 becomes 0: which of the two is met first depends on the threads. */
export function plusZero({ type }: Argument, sql: string): string {
  return type === 'float64' ? `(${sql} + 0e0)` : sql;
}

const OVERFLOWING: readonly AggregateFn[] = ['sum', 'mean', 'variance', 'stddev', 'covariance'];

/** The measure's value from the column that holds what `measureSql` gave: beyond the range of doubles is no value. */
export function finishedSql({ fn }: Measure, sql: string): string {
  return OVERFLOWING.includes(fn) ? `CASE WHEN isfinite(${sql}) THEN ${sql} END` : sql;
}

/** Numbers between two ranks are interpolated (Hyndman and Fan's type 7); of dates the lower one is taken. */
function quantileSql(arg: Argument, q: number, passes: Passes): string {
  const share = quoteLiteral(q, 'float64');
  if (arg.type === 'date' || arg.type === 'timestamp') {
    return passes.group(`quantile_disc(${arg.name}, ${share})`);
  }
  const value = passes.group(`quantile_cont(CAST(${arg.name} AS DOUBLE), ${share})`);
  return `(${value} + 0e0)`;
}
