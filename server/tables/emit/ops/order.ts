/** Output order: sort, limit, distinct. */
import type { DistinctPlan, LimitPlan, SortPlan } from '#nodes/sdk/plan/types.ts';
import { blockOf, fused } from '../block.ts';
import {
  columnList,
  hiddenOf,
  orderBy,
  orderOf,
  partsOf,
  Q_ORDER,
  Q_PART,
  Q_ROW,
  relationOf,
  sealed,
  sqlOf,
  traitsOfBlock,
} from '../select.ts';
import type { Emit } from './op.ts';

/** An earlier order no longer counts: rows that are equal in the new one are in the order of `$row`. */
export const emitSort: Emit<SortPlan> = (statement, { by }, [input]) => {
  const exprs = by.map(({ expr }) => expr);
  const together = fused(input!, exprs, true, statement.budget);
  const block = together ? input! : sealed(statement, { ...input!, sort: undefined });
  const made = together ?? exprs;
  const sort = by.map(({ descending = false }, at) => ({ expr: made[at]!, descending }));
  return { ...block, sort };
};

export const emitLimit: Emit<LimitPlan> = (statement, { count, offset }, [input]) => {
  const block = input!;
  const order = orderOf(statement, block);
  const some = ` LIMIT ${count}${offset ? ` OFFSET ${offset}` : ''}`;
  const sql = sqlOf(partsOf(statement, block));
  const traits = traitsOfBlock(statement, block, sql);
  if (traits.natural) return blockOf(statement.add(sql + some, traits));
  const first = `${sql} ORDER BY ${orderBy(order)}${some}`;
  if (typeof order === 'string') return blockOf(statement.add(first, { ...traits, heavy: true }));
  const kept = [...columnList(block.columns), Q_ROW, ...(block.from.part ? [Q_PART] : [])];
  const rank = `(row_number() OVER () - 1) AS ${Q_ORDER}`;
  const numbered = `SELECT ${[...kept, rank].join(', ')} FROM (${first})`;
  return blockOf(statement.add(numbered, { ...traits, order: 'column', heavy: true }));
};

/** The first row in output order of each combination. */
export const emitDistinct: Emit<DistinctPlan> = (statement, { on }, [input]) => {
  const from = relationOf(statement, input!);
  const keys = columnList(from.columns.filter(({ name }) => on.includes(name)));
  const list = [...columnList(from.columns), Q_ROW, ...hiddenOf(from)];
  const rank = `row_number() OVER (PARTITION BY ${keys.join(', ')} ORDER BY ${orderBy(from.order)})`;
  const sql = `SELECT ${list.join(', ')} FROM ${statement.use(from.name)} QUALIFY ${rank} = 1`;
  const { columns, part, order } = from;
  return blockOf(statement.add(sql, { columns, part, order, natural: false, heavy: true }));
};
