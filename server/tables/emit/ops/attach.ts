import { columnsOfPlan, schemaOf } from '#nodes/sdk/plan/schema.ts';
import type { AttachPlan } from '#nodes/sdk/plan/types.ts';
import { quoteIdentifier } from '#nodes/sdk/expressions/sql/quote.ts';
import { blockOf } from '../block.ts';
import { hiddenOf, Q_PART, Q_ROW, relationOf } from '../select.ts';
import { partType } from './leaves.ts';
import type { Emit } from './op.ts';

/** Matched on `$row`, which is unique on both sides: no row is ever repeated. */
export const emitAttach: Emit<AttachPlan> = (statement, plan, [input, other]) => {
  const left = relationOf(statement, input!);
  const right = relationOf(statement, other!);
  const columns = columnsOfPlan(plan);
  const added = new Set(plan.columns);
  const list = columns.map(({ name }) => `${added.has(name) ? 'r' : 'l'}.${quoteIdentifier(name)}`);
  const part = partType(schemaOf(plan).partition);
  const kept = hiddenOf({ part: plan.part ? undefined : left.part, order: left.order });
  const hidden = [
    `l.${Q_ROW}`,
    ...(plan.part ? [`r.${Q_PART}`] : []),
    ...kept.map((name) => `l.${name}`),
  ];
  const join = plan.matching ? 'JOIN' : 'LEFT JOIN';
  const sql =
    `SELECT ${[...list, ...hidden].join(', ')} FROM ${statement.use(left.name)} AS l` +
    ` ${join} ${statement.use(right.name)} AS r ON l.${Q_ROW} = r.${Q_ROW}`;
  const traits = { columns, part, order: left.order, natural: false, heavy: true };
  return blockOf(statement.add(sql, traits));
};
