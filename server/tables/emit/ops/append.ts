import type { Column } from '#schemas/types.ts';
import { quoteIdentifier, quoteLiteral, sqlType } from '#nodes/sdk/expressions/sql/quote.ts';
import { columnsOfPlan, schemaOf, traitsOf } from '#nodes/sdk/plan/schema.ts';
import type { AppendPlan } from '#nodes/sdk/plan/types.ts';
import { blockOf } from '../block.ts';
import type { Relation } from '../relation.ts';
import { orderBy, Q_PART, Q_ROW, relationOf } from '../select.ts';
import type { Statement } from '../statement.ts';
import { partType } from './leaves.ts';
import type { Emit } from './op.ts';

/** Identities: those of each table after all of the tables before it; where their limits are not known, positions. */
export const emitAppend: Emit<AppendPlan> = (statement, plan, inputs) => {
  const relations = inputs.map((block) => relationOf(statement, block));
  const columns = columnsOfPlan(plan);
  const part = partType(schemaOf(plan).partition);
  const limits = plan.inputs.map((input) => traitsOf(input).rowLimit);
  const known = traitsOf(plan).rowLimit !== null;
  const shifted = known && relations.every(({ order }) => order === 'row');
  let before = 0;
  const selects = relations.map((relation, at) => {
    const row = shifted ? `${Q_ROW} + ${before} AS ${Q_ROW}` : positionSql(statement, relation, at);
    before += limits[at] ?? 0;
    const list = [...columns.map((column) => cellSql(column, relation)), row];
    return `SELECT ${[...list, ...(part ? [Q_PART] : [])].join(', ')} FROM ${statement.use(relation.name)}`;
  });
  const all = unionOf(selects);
  const sql = shifted ? all : numbered(statement, columns, part !== undefined, all);
  const natural = shifted && relations.every((relation) => relation.natural);
  const heavy = !shifted || relations.some((relation) => relation.heavy);
  return blockOf(statement.add(sql, { columns, part, order: 'row', natural, heavy }));
};

/** In brackets of brackets: DuckDB binds a UNION ALL of 1,000 as deep as it is long. */
function unionOf(selects: readonly string[]): string {
  if (selects.length <= 8) return selects.join(' UNION ALL ');
  const size = Math.ceil(selects.length / 8);
  const parts = Array.from({ length: Math.ceil(selects.length / size) }, (_, at) =>
    unionOf(selects.slice(at * size, (at + 1) * size)),
  );
  return parts.map((part) => `(${part})`).join(' UNION ALL ');
}

function cellSql({ name, type }: Column, { columns }: Relation): string {
  const quoted = quoteIdentifier(name);
  const own = columns.find((column) => column.name === name);
  if (!own) return `${quoteLiteral(null, type)} AS ${quoted}`;
  return own.type === type ? quoted : `CAST(${quoted} AS ${sqlType(type)}) AS ${quoted}`;
}

/** Which table, and the place in its output order. */
function positionSql(statement: Statement, { order }: Relation, at: number): string {
  const place = `row_number() OVER (ORDER BY ${orderBy(order)})`;
  return `${at} AS ${statement.helper('table')}, ${place} AS ${statement.helper('place')}`;
}

function numbered(
  statement: Statement,
  columns: readonly Column[],
  hasPart: boolean,
  union: string,
): string {
  const list = columns.map(({ name }) => quoteIdentifier(name));
  const by = `${statement.helper('table')}, ${statement.helper('place')}`;
  const row = `(row_number() OVER (ORDER BY ${by}) - 1) AS ${Q_ROW}`;
  return `SELECT ${[...list, row, ...(hasPart ? [Q_PART] : [])].join(', ')} FROM (${union})`;
}
