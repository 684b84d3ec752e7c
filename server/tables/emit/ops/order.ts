/** Output order: sort, limit, distinct. */
import type { DistinctPlan, LimitPlan, SortPlan } from '#nodes/sdk/plan/types.ts';
import { blockOf, fused } from '../block.ts';
import type { OrderKey } from '../relation.ts';
import {
  aliased,
  columnList,
  exprSql,
  hiddenOf,
  orderBy,
  partsOf,
  Q_PART,
  Q_ROW,
  relationOf,
  sealed,
  sqlOf,
  traitsOfBlock,
} from '../select.ts';
import type { Emit } from './op.ts';

/** Carries what is sorted by in hidden columns; whoever needs the order sorts. */
export const emitSort: Emit<SortPlan> = (statement, { by }, [input]) => {
  const exprs = by.map(({ expr }) => expr);
  const together = fused(input!, exprs, true);
  const block = together ? input! : sealed(statement, input!);
  const { from } = block;
  // An earlier order no longer counts: rows that are equal here are in the order of `$row`.
  const plain = { ...block, from: { ...from, order: 'row' as const } };
  const keys = by.map(({ descending }, at): OrderKey => ({
    column: statement.helper(`o${at}`),
    descending: descending === true,
  }));
  const { list, rest } = partsOf(statement, plain);
  const values = (together ?? exprs).map(
    (expr, at) => `${exprSql(expr, from)} AS ${keys[at]!.column}`,
  );
  const sql = sqlOf({ list: [...list, ...values], rest });
  const traits = { ...traitsOfBlock(plain, sql), order: keys, natural: false };
  return blockOf(statement.add(sql, traits));
};

export const emitLimit: Emit<LimitPlan> = (statement, { count, offset }, [input]) => {
  const block = input!;
  const { order, part } = block.from;
  const some = ` LIMIT ${count}${offset ? ` OFFSET ${offset}` : ''}`;
  const parts = partsOf(statement, block);
  const sql = sqlOf(parts);
  const traits = traitsOfBlock(block, sql);
  if (traits.natural) return blockOf(statement.add(sql + some, traits));
  const first = `${sql} ORDER BY ${orderBy(order)}${some}`;
  if (typeof order === 'string') return blockOf(statement.add(first, { ...traits, heavy: true }));
  const kept = [...columnList(block.columns), Q_ROW, ...(part ? [Q_PART] : [])];
  const numbered = `SELECT ${kept.join(', ')}, ${aliased('(row_number() OVER () - 1)', '$order')} FROM (${first})`;
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
