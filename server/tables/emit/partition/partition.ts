/** `partition`: see the plan's types for what is promised. */
import { columnsOfPlan, schemaOf } from '#nodes/sdk/plan/schema.ts';
import type { PartitionPlan } from '#nodes/sdk/plan/types.ts';
import { blockOf, type Block } from '../block.ts';
import type { Relation } from '../relation.ts';
import { columnList, hiddenOf, Q_PART, Q_ROW, relationOf } from '../select.ts';
import type { Statement } from '../statement.ts';
import { partType } from '../ops/leaves.ts';
import type { Emit } from '../ops/op.ts';
import { dealGroups } from './groups.ts';
import { dealRows } from './rows.ts';

export const emitPartition: Emit<PartitionPlan> = (statement, plan, [input]): Block => {
  const from = relationOf(statement, input!);
  const sql = partitionSql(statement, plan, from);
  const columns = columnsOfPlan(plan);
  const part = partType(schemaOf(plan).partition);
  return blockOf(
    statement.add(sql, { columns, part, order: from.order, natural: false, heavy: true }),
  );
};

function partitionSql(statement: Statement, plan: PartitionPlan, from: Relation): string {
  const list = [...columnList(from.columns), Q_ROW, ...hiddenOf({ ...from, part: undefined })];
  const { into } = plan;
  if (into.kind === 'fold') {
    const tests = `${Q_PART} = ${into.test}`;
    const part = `CASE WHEN ${tests} THEN 'test' WHEN ${Q_PART} IS NOT NULL THEN 'train' END`;
    return `SELECT ${list.join(', ')}, ${part} AS ${Q_PART} FROM ${statement.use(from.name)}`;
  }
  return plan.group === undefined
    ? dealRows(statement, plan, into, from, list)
    : dealGroups(statement, plan, into, plan.group, from, list);
}
