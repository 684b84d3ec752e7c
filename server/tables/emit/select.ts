/** Writes blocks as SELECTs. */
import type { Column, ValueType } from '#schemas/types.ts';
import { quoteIdentifier, sqlType } from '#nodes/sdk/expressions/sql/quote.ts';
import { toSql } from '#nodes/sdk/expressions/sql/toSql.ts';
import type { Expr } from '#nodes/sdk/expressions/types.ts';
import { typesOf } from '#nodes/sdk/plan/checkExpr.ts';
import { ORDER, PART, ROW } from '#nodes/sdk/plan/types.ts';
import { blockOf, type Block } from './block.ts';
import type { Order, Relation, RelationTraits } from './relation.ts';
import type { Statement } from './statement.ts';

export const Q_ROW = quoteIdentifier(ROW);
export const Q_PART = quoteIdentifier(PART);
export const Q_ORDER = quoteIdentifier(ORDER);

/** `expr` over the columns of a relation. */
export function exprSql(expr: Expr, from: Relation, as?: ValueType): string {
  if (expr.kind === 'column' && expr.name !== PART) {
    const name = quoteIdentifier(expr.name);
    const type = typesOf(from.columns).get(expr.name);
    return as === undefined || as === type ? name : `CAST(${name} AS ${sqlType(as)})`;
  }
  const columns = from.part
    ? new Map([...typesOf(from.columns), [PART, from.part] as const])
    : typesOf(from.columns);
  return toSql(expr, { columns, finiteColumns: true, ...(as ? { as } : {}) });
}

/** `expr AS "name"`, without the AS where they are the same. */
export function aliased(sql: string, name: string): string {
  const quoted = quoteIdentifier(name);
  return sql === quoted ? quoted : `${sql} AS ${quoted}`;
}

/** The hidden columns that a relation carries beside `$row`. */
export function hiddenOf({ part, order }: Pick<Relation, 'part' | 'order'>): readonly string[] {
  const keys = typeof order === 'string' ? [] : order.map(({ column }) => column);
  return [...(part ? [Q_PART] : []), ...(order === 'column' ? [Q_ORDER] : []), ...keys];
}

export interface Parts {
  /** `expr AS "name"` for every column, hidden ones included. */
  readonly list: readonly string[];
  /** FROM and WHERE. */
  readonly rest: string;
}

/** A block's SELECT in two parts, for operations that add to it. */
export function partsOf(statement: Statement, block: Block): Parts {
  const { from, columns, made } = block;
  const visible = columns.map(({ name, type }) =>
    aliased(exprSql(made.get(name)!, from, type), name),
  );
  const order = orderOf(statement, block);
  const kept = hiddenOf({ part: from.part, order: block.sort ? 'row' : order });
  return {
    list: [...visible, Q_ROW, ...kept, ...sortKeys(statement, block)],
    rest: restOf(statement, block),
  };
}

/** A block's FROM and WHERE. */
export function restOf(statement: Statement, { from, where }: Block): string {
  const conditions = where.map((condition) => exprSql(condition, from, 'bool'));
  const filter = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  return `FROM ${statement.use(from.name)}${filter}`;
}

/** The output order of a block's rows, once it is a relation. */
export function orderOf(statement: Statement, { from, sort }: Block): Order {
  return (
    sort?.map(({ descending }, at) => ({ column: statement.helper(`o${at}`), descending })) ??
    from.order
  );
}

/** What a block is sorted by, as hidden columns: whoever needs the order sorts. */
function sortKeys(statement: Statement, { from, sort = [] }: Block): readonly string[] {
  return sort.map(({ expr }, at) => `${exprSql(expr, from)} AS ${statement.helper(`o${at}`)}`);
}

export function sqlOf({ list, rest }: Parts): string {
  return `SELECT ${list.join(', ')} ${rest}`;
}

/** Whether the block is nothing but its relation. */
function isBare({ from, where, columns, made, sort }: Block): boolean {
  if (where.length > 0 || sort || columns.length !== from.columns.length) return false;
  return columns.every(({ name, type }, at) => {
    const [expr, known] = [made.get(name)!, from.columns[at]!];
    return (
      expr.kind === 'column' && expr.name === name && known.name === name && known.type === type
    );
  });
}

/** A long lookup is written as a subquery, which DuckDB joins: rows may come in another order. */
const SUBQUERY = '(SELECT ';

/** What the rows of a block carry. */
export function traitsOfBlock(statement: Statement, block: Block, sql: string): RelationTraits {
  const { columns, sort } = block;
  const { part, heavy, natural } = block.from;
  const order = orderOf(statement, block);
  return { columns, part, order, heavy, natural: natural && !sort && !sql.includes(SUBQUERY) };
}

/** Ends a block: the relation of its rows. */
export function relationOf(statement: Statement, block: Block): Relation {
  if (isBare(block)) return { ...block.from, columns: block.columns };
  const sql = sqlOf(partsOf(statement, block));
  return statement.add(sql, traitsOfBlock(statement, block, sql));
}

/** A block over the rows of another that nothing can be fused with any more. */
export function sealed(statement: Statement, block: Block): Block {
  return blockOf(relationOf(statement, block));
}

/** ORDER BY terms of an output order; every null order is written out. */
export function orderBy(order: Order, prefix = ''): string {
  if (order === 'row') return `${prefix}${Q_ROW}`;
  if (order === 'column') return `${prefix}${Q_ORDER}`;
  const keys = order.map(
    ({ column, descending }) => `${prefix}${column} ${descending ? 'DESC' : 'ASC'} NULLS LAST`,
  );
  return [...keys, `${prefix}${Q_ROW}`].join(', ');
}

export function columnList(columns: readonly Column[], prefix = ''): readonly string[] {
  return columns.map(({ name }) => `${prefix}${quoteIdentifier(name)}`);
}
