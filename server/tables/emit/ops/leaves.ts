import type { Column, Partition, ValueType } from '#schemas/types.ts';
import { EsteiraError } from '#schemas/errors.ts';
import {
  quoteIdentifier,
  quoteLiteral,
  quoteText,
  sqlType,
} from '#nodes/sdk/expressions/sql/quote.ts';
import type { InputPlan, SourcePlan, ValuesPlan } from '#nodes/sdk/plan/types.ts';
import { blockOf } from '../block.ts';
import { columnList, Q_ORDER, Q_PART, Q_ROW } from '../select.ts';
import type { Relation } from '../relation.ts';
import type { Statement } from '../statement.ts';
import type { Emit } from './op.ts';

/** DuckDB's own name for the row number in a Parquet file. */
export const ROW_NUMBER = 'file_row_number';

export function partType(partition: Partition | undefined): ValueType | undefined {
  return partition && (partition.kind === 'holdout' ? 'text' : 'int64');
}

export const emitSource: Emit<SourcePlan> = (statement, plan) =>
  blockOf(scan(statement, plan, plan.columns));

function scan(statement: Statement, plan: SourcePlan, columns: readonly Column[]): Relation {
  const { ownRow, ownOrder, partition } = plan;
  const file = quoteText(statement.options.snapshot(plan.snapshot));
  // The option cannot be used on a file with a column of that name; the empty window numbers rows as they are read.
  const taken = statement.names.unnumbered.has(plan.snapshot);
  const numbered = !ownRow && !taken;
  const row = ownRow ? Q_ROW : `${taken ? '(row_number() OVER () - 1)' : ROW_NUMBER} AS ${Q_ROW}`;
  const hidden = [row, ...(partition ? [Q_PART] : []), ...(ownOrder ? [Q_ORDER] : [])];
  const from = `read_parquet(${file}${numbered ? `, ${ROW_NUMBER} = true` : ''})`;
  return statement.add(`SELECT ${[...columnList(columns), ...hidden].join(', ')} FROM ${from}`, {
    columns,
    part: partType(partition),
    order: ownOrder ? 'column' : 'row',
    natural: true,
    heavy: false,
    narrowed: (names) =>
      scan(
        statement,
        plan,
        columns.filter(({ name }) => names.has(name)),
      ),
  });
}

export const emitInput: Emit<InputPlan> = (statement, { columns, partition }) => {
  const { input } = statement.options;
  if (input === undefined) {
    throw new EsteiraError('operation-unsupported', { operation: 'input', engine: 'DuckDB' });
  }
  const hidden = [Q_ROW, ...(partition ? [Q_PART] : [])];
  const relation = statement.add(
    `SELECT ${[...columnList(columns), ...hidden].join(', ')} FROM ${input}`,
    { columns, part: partType(partition), order: 'row', natural: false, heavy: false },
  );
  return blockOf(relation);
};

export const emitValues: Emit<ValuesPlan> = (statement, { columns, rows }) => {
  const sql = rows.length === 0 ? noRows(columns) : someRows(columns, rows);
  // Heavy, so that many rows of text are read once.
  const traits = { columns, order: 'row', natural: false, heavy: true } as const;
  return blockOf(statement.add(sql, traits));
};

function noRows(columns: readonly Column[]): string {
  const nulls = columns.map(
    ({ name, type }) => `${quoteLiteral(null, type)} AS ${quoteIdentifier(name)}`,
  );
  return `SELECT ${[...nulls, `CAST(0 AS BIGINT) AS ${Q_ROW}`].join(', ')} WHERE FALSE`;
}

function someRows(columns: readonly Column[], rows: ValuesPlan['rows']): string {
  // The first row's casts give the types; VALUES would take a whole number among fractions for the type of all.
  const list = rows.map((row, at) => {
    const cells = columns.map(({ type }, index) => quoteLiteral(row[index]!, type));
    return `(${[...cells, `CAST(${at} AS BIGINT)`].join(', ')})`;
  });
  const names = [...columnList(columns), Q_ROW];
  const typed = columns.map(({ name, type }) => {
    const quoted = quoteIdentifier(name);
    return `CAST(${quoted} AS ${sqlType(type)}) AS ${quoted}`;
  });
  return `SELECT ${[...typed, Q_ROW].join(', ')} FROM (VALUES ${list.join(', ')}) AS v(${names.join(', ')})`;
}
