import { groupBy } from './keys.ts';
import { plusZero } from './measures.ts';
import type { AggregateSource, Argument } from './source.ts';
import type { Statement } from '../statement.ts';

/** The most frequent value of each group, the smallest one of several; DuckDB's own `mode` takes the first it meets. */
export function modeSql(
  statement: Statement,
  { name, keys }: AggregateSource,
  arg: Argument,
): string {
  const counted =
    `SELECT ${[...keys, `${plusZero(arg, arg.name)} AS value`, 'count(*) AS n'].join(', ')}` +
    ` FROM ${statement.use(name)} WHERE ${arg.name} IS NOT NULL${groupBy([...keys, plusZero(arg, arg.name)])}`;
  const within = keys.length === 0 ? '' : `PARTITION BY ${keys.join(', ')} `;
  const rank = `row_number() OVER (${within}ORDER BY n DESC, value ASC)`;
  return `SELECT ${[...keys, 'value'].join(', ')} FROM (${counted}) QUALIFY ${rank} = 1`;
}
