import { canonicalJson } from '#nodes/sdk/expressions/canonical.ts';
import { sqlType } from '#nodes/sdk/expressions/sql/quote.ts';
import { columnsOfPlan } from '#nodes/sdk/plan/schema.ts';
import type { AggregatePlan, Measure } from '#nodes/sdk/plan/types.ts';
import { blockOf } from '../block.ts';
import type { Emit } from '../ops/op.ts';
import { aliased } from '../select.ts';
import type { Statement } from '../statement.ts';
import { sameKeys } from './keys.ts';
import { finishedSql, measureSql } from './measures.ts';
import { Passes } from './passes.ts';
import { type AggregateSource, aggregateSource, readable } from './source.ts';

/** One row a group; its identity is the rank of its keys. */
export const emitAggregate: Emit<AggregatePlan> = (statement, plan, [input]) => {
  const keys = plan.keys.map((_, at) => `k${at}`);
  const place = new Map<Measure, string>();
  const block = readable(statement, plan, input!);
  const groups = together(plan.measures);
  const parts = groups.map((measures, part) => {
    for (const [at, measure] of measures.entries()) place.set(measure, `p${part}.v${at}`);
    const source = aggregateSource(statement, { ...plan, measures }, block, groups.length > 1);
    return statement.use(measured(statement, source, measures));
  });
  const joins = parts.map((name, part) =>
    part === 0
      ? `${name} AS p0`
      : `JOIN ${name} AS p${part} ON ${sameKeys(keys, 'p0', `p${part}`)}`,
  );
  const columns = columnsOfPlan(plan);
  const cells = [
    ...keys.map((key) => `p0.${key}`),
    ...plan.measures.map((m) => finishedSql(m, place.get(m)!)),
  ];
  const list = columns.map(({ name, type }, at) =>
    aliased(`CAST(${cells[at]!} AS ${sqlType(type)})`, name),
  );
  const order = keys.map((key) => `p0.${key} ASC NULLS LAST`).join(', ');
  const row = order === '' ? 'CAST(0 AS BIGINT)' : `(row_number() OVER (ORDER BY ${order}) - 1)`;
  const sql = `SELECT ${[...list, aliased(row, '$row')].join(', ')} FROM ${joins.join(' ')}`;
  return blockOf(statement.add(sql, { columns, order: 'row', natural: false, heavy: true }));
};

/** A CTE with the keys as k0, k1, … and the measures as v0, v1, … */
function measured(
  statement: Statement,
  source: AggregateSource,
  measures: readonly Measure[],
): string {
  const passes = new Passes(statement, source);
  const values = measures.map(
    (measure, at) => `${measureSql(measure, source.argumentsOf(measure), passes)} AS v${at}`,
  );
  const list = [...source.keys.map((key) => `t.${key}`), ...values];
  const select = list.length === 0 ? '1' : list.join(', ');
  return statement.addRaw(`SELECT ${select} FROM ${passes.from()}`, true);
}

/** DuckDB's planning grows with the square of a query's expressions: 1,000 columns in one take ten times as long. */
const MOST_TOGETHER = 100;

/** Measures in parts of a bearable size, those of the same arguments in one. There is always one part. */
function together(measures: readonly Measure[]): readonly (readonly Measure[])[] {
  const byArguments = Map.groupBy(measures, ({ args }) => args.map(canonicalJson).join());
  const parts: Measure[][] = [[]];
  for (const same of byArguments.values()) {
    const last = parts.at(-1)!;
    if (last.length === 0 || last.length + same.length <= MOST_TOGETHER) last.push(...same);
    else parts.push([...same]);
  }
  return parts;
}
