import { sqlType } from '#nodes/sdk/expressions/sql/quote.ts';
import { columnsOfPlan } from '#nodes/sdk/plan/schema.ts';
import type { AggregatePlan } from '#nodes/sdk/plan/types.ts';
import { blockOf } from '../block.ts';
import type { Emit } from '../ops/op.ts';
import { aliased } from '../select.ts';
import { measureSql } from './measures.ts';
import { Passes } from './passes.ts';
import { aggregateSource } from './source.ts';

/** One row a group; its identity is the rank of its keys. */
export const emitAggregate: Emit<AggregatePlan> = (statement, plan, [input]) => {
  const source = aggregateSource(statement, plan, input!);
  const passes = new Passes(statement, source);
  const columns = columnsOfPlan(plan);
  const cells = [
    ...source.keys.map((key) => `t.${key}`),
    ...plan.measures.map((measure) => measureSql(measure, source.argumentsOf(measure), passes)),
  ];
  const list = columns.map(({ name, type }, at) =>
    aliased(`CAST(${cells[at]!} AS ${sqlType(type)})`, name),
  );
  const order = source.keys.map((key) => `t.${key} ASC NULLS LAST`).join(', ');
  const row = order === '' ? 'CAST(0 AS BIGINT)' : `(row_number() OVER (ORDER BY ${order}) - 1)`;
  const sql = `SELECT ${[...list, aliased(row, '$row')].join(', ')} FROM ${passes.from()}`;
  return blockOf(statement.add(sql, { columns, order: 'row', natural: false, heavy: true }));
};
