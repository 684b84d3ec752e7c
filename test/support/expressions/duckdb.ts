import {
  DuckDBDateValue,
  DuckDBInstance,
  DuckDBTimestampValue,
  type DuckDBConnection,
  type DuckDBValue,
} from '@duckdb/node-api';
import { quoteIdentifier, quoteLiteral, sqlType } from '#nodes/sdk/expressions/sql/quote.ts';
import { toSql } from '#nodes/sdk/expressions/sql/toSql.ts';
import type { Cell, Expr, ValueType } from '#nodes/sdk/expressions/types.ts';

/** Rows of typed columns, as the row evaluator holds them. */
export interface Rows {
  readonly types: ReadonlyMap<string, ValueType>;
  readonly rows: readonly (readonly Cell[])[];
}

export async function openDuckDb(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  return instance.connect();
}

/** The DuckDB form of an expression over the rows, in their order. */
export async function evaluateInDuckDb(
  connection: DuckDBConnection,
  expr: Expr,
  table: Rows,
): Promise<Cell[]> {
  const sql = toSql(expr, { columns: table.types });
  return queryColumn(connection, `SELECT ${sql} FROM ${valuesSql(table)} ORDER BY "$n"`);
}

/** The first column of a query. */
export async function queryColumn(connection: DuckDBConnection, sql: string): Promise<Cell[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRows().map(([value]) => cellOf(value!));
}

function cellOf(value: DuckDBValue): Cell {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof DuckDBDateValue) return value.days;
  if (value instanceof DuckDBTimestampValue) return Number(value.micros);
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number' || typeof value === 'string') return value;
  throw new TypeError(`an expression gave ${typeof value}`);
}

function valuesSql({ types, rows }: Rows): string {
  const columns = [...types];
  const lines = rows.map((row, n) =>
    [String(n), ...columns.map(([, type], slot) => cellSql(row[slot]!, type))].join(', '),
  );
  const names = ['"$n"', ...columns.map(([column]) => quoteIdentifier(column))];
  return `(VALUES ${lines.map((line) => `(${line})`).join(', ')}) AS t(${names.join(', ')})`;
}

/** Days and microseconds are counted from 1970, so the calendar under test is not used to make its own input. */
function cellSql(value: Cell, type: ValueType): string {
  if (value === null) return `CAST(NULL AS ${sqlType(type)})`;
  if (type === 'date') return `(DATE '1970-01-01' + CAST(${String(value)} AS INTEGER))`;
  if (type === 'timestamp') return `make_timestamp(CAST(${String(value)} AS BIGINT))`;
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return `CAST('${String(value)}' AS DOUBLE)`;
  }
  return quoteLiteral(value, type);
}
