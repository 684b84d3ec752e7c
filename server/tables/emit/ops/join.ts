import type { Column } from '#schemas/types.ts';
import { quoteIdentifier, sqlType } from '#nodes/sdk/expressions/sql/quote.ts';
import { joinedColumns, type JoinedColumn } from '#nodes/sdk/plan/ops/join.ts';
import { columnsOfPlan, traitsOf } from '#nodes/sdk/plan/schema.ts';
import type { JoinPlan, Plan } from '#nodes/sdk/plan/types.ts';
import { blockOf } from '../block.ts';
import type { Relation } from '../relation.ts';
import { columnList, hiddenOf, Q_PART, Q_ROW, relationOf } from '../select.ts';
import type { Statement } from '../statement.ts';
import type { Emit } from './op.ts';

export const emitJoin: Emit<JoinPlan> = (statement, plan, [leftBlock, rightBlock]) => {
  const left = relationOf(statement, leftBlock!);
  const right = relationOf(statement, rightBlock!);
  if (plan.how === 'semi' || plan.how === 'anti') return selecting(statement, plan, left, right);
  const joined = joinedColumns(plan, columnsOfPlan(plan.left), columnsOfPlan(plan.right));
  const columns = joined.map(({ column }) => column);
  const list = joined.map((one) => joinedSql(one, plan, left));
  if (plan.single) {
    const first = isUnique(plan.right, plan.on) ? right.name : firstOfEach(statement, plan, right);
    const hidden = [Q_ROW, ...hiddenOf(left)].map((name) => `l.${name}`);
    const sql = joinSql(statement, plan, [...list, ...hidden], 'LEFT JOIN', left.name, first);
    const { part, order } = left;
    return blockOf(statement.add(sql, { columns, part, order, natural: false, heavy: true }));
  }
  const kind = { inner: 'JOIN', left: 'LEFT JOIN', full: 'FULL JOIN' }[plan.how];
  const part = plan.how === 'full' ? undefined : left.part;
  const hidden = [`${pairSql(plan)} AS ${Q_ROW}`, ...(part ? [`l.${Q_PART}`] : [])];
  const sql = joinSql(statement, plan, [...list, ...hidden], kind, left.name, right.name);
  return blockOf(statement.add(sql, { columns, part, order: 'row', natural: false, heavy: true }));
};

/** Semi and anti joins keep the left rows as they are. */
function selecting(statement: Statement, plan: JoinPlan, left: Relation, right: Relation) {
  const { columns, part, order } = left;
  const hidden = [Q_ROW, ...hiddenOf(left)].map((name) => `l.${name}`);
  const kind = plan.how === 'semi' ? 'SEMI JOIN' : 'ANTI JOIN';
  const list = [...columnList(columns, 'l.'), ...hidden];
  const sql = joinSql(statement, plan, list, kind, left.name, right.name);
  return blockOf(statement.add(sql, { columns, part, order, natural: false, heavy: true }));
}

function joinSql(
  statement: Statement,
  { on }: JoinPlan,
  list: readonly string[],
  kind: string,
  left: string,
  right: string,
): string {
  const equal = on.map(
    (pair) => `l.${quoteIdentifier(pair.left)} = r.${quoteIdentifier(pair.right)}`,
  );
  const tables = `${statement.use(left)} AS l ${kind} ${statement.use(right)} AS r`;
  return `SELECT ${list.join(', ')} FROM ${tables} ON ${equal.join(' AND ')}`;
}

function joinedSql({ side, from, column }: JoinedColumn, plan: JoinPlan, left: Relation): string {
  const own = `${side === 'left' ? 'l' : 'r'}.${quoteIdentifier(from)}`;
  const pair = plan.how === 'full' && side === 'left' && plan.on.find((one) => one.left === from);
  if (!pair) return `${own} AS ${quoteIdentifier(column.name)}`;
  const type = sqlType(column.type);
  const value = left.columns.some((one) => one.name === from && one.type === column.type)
    ? own
    : `CAST(${own} AS ${type})`;
  const other = `CAST(r.${quoteIdentifier(pair.right)} AS ${type})`;
  return `coalesce(${value}, ${other}) AS ${quoteIdentifier(column.name)}`;
}

/** The identity of a pair of rows: see joinedLimit in nodes/sdk/plan/ops/join.ts. */
function pairSql(plan: JoinPlan): string {
  const left = traitsOf(plan.left).rowLimit;
  const right = traitsOf(plan.right).rowLimit;
  if (traitsOf(plan).rowLimit === null || left === null || right === null) {
    const by = `l.${Q_ROW} ASC NULLS LAST, r.${Q_ROW} ASC NULLS FIRST`;
    return `(row_number() OVER (ORDER BY ${by}) - 1)`;
  }
  const width = right + 1;
  const matched = `l.${Q_ROW} * ${width} + coalesce(r.${Q_ROW} + 1, 0)`;
  return plan.how === 'full'
    ? `coalesce(${matched}, ${left * width} + r.${Q_ROW})`
    : `(${matched})`;
}

/** The first right row of each key, by `$row`; rows without a whole key match nothing. */
function firstOfEach(statement: Statement, { on }: JoinPlan, right: Relation): string {
  const keys = on.map((pair) => quoteIdentifier(pair.right));
  const list = [...columnList(right.columns), Q_ROW].join(', ');
  const present = keys.map((key) => `${key} IS NOT NULL`).join(' AND ');
  const rank = `row_number() OVER (PARTITION BY ${keys.join(', ')} ORDER BY ${Q_ROW})`;
  return statement.addRaw(
    `SELECT ${list} FROM ${statement.use(right.name)} WHERE ${present} QUALIFY ${rank} = 1`,
    true,
  );
}

/** Whether a written-out table has each key once, so that there is no first row to look for. */
function isUnique(plan: Plan, on: JoinPlan['on']): boolean {
  if (plan.op !== 'values') return false;
  const at = on.map((pair) =>
    plan.columns.findIndex((column: Column) => column.name === pair.right),
  );
  const seen = new Set(plan.rows.map((row) => JSON.stringify(at.map((index) => row[index]))));
  return seen.size === plan.rows.length;
}
