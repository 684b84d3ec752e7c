/** Columns computed in JavaScript → a snapshot with row identities. */
import {
  BIGINT,
  DOUBLE,
  DuckDBDataChunk,
  VARCHAR,
  type DuckDBAppender,
  type DuckDBConnection,
} from '@duckdb/node-api';
import type { Cell } from '#nodes/sdk/context.ts';
import { quoteIdentifier, sqlType } from '#nodes/sdk/expressions/sql/quote.ts';
import { ROW, type SourcePlan } from '#nodes/sdk/plan/types.ts';
import type { Column } from '#schemas/types.ts';
import type { Session } from './session.ts';
import type { Snapshots } from './snapshots.ts';
import { writeDoubles, writeTexts } from './vectors.ts';

/** Rows that a data chunk holds. */
const CHUNK = 2048;

export interface Appending {
  /** Adds rows: their identities, and one list of values per column. */
  readonly add: (ids: ArrayLike<number>, data: readonly ArrayLike<Cell>[]) => void;
}

let tables = 0;

/**
 * Calls `fill` with something to add rows to and gives the plan of the snapshot that they make. The rows wait in a
 * temporary table, which spills to disk when memory is short.
 */
export async function snapshotOf(
  session: Session,
  snapshots: Snapshots,
  columns: readonly Column[],
  fill: (appending: Appending) => Promise<void>,
): Promise<SourcePlan> {
  const table = `rows_${++tables}`;
  const fields = columns.map((column, i) => `c${i} ${isText(column) ? 'VARCHAR' : 'DOUBLE'}`);
  // Not TEMP: another connection writes the file. The database itself lives in memory only.
  await session.run(`CREATE TABLE ${table} (${[...fields, 'id BIGINT'].join(', ')})`);
  try {
    const sorted = await session.use((connection) => append(connection, table, columns, fill));
    const list = columns.map(
      (column, i) => `${finalSql(column, `c${i}`)} AS ${quoteIdentifier(column.name)}`,
    );
    const order = sorted ? '' : ' ORDER BY id';
    const select = `SELECT ${[...list, `id AS ${quoteIdentifier(ROW)}`].join(', ')} FROM ${table}${order}`;
    const { hash, rows } = await snapshots.write(session, select);
    return { op: 'source', snapshot: hash, columns, rows, ownRow: true };
  } finally {
    await session.run(`DROP TABLE IF EXISTS ${table}`).catch(() => undefined);
  }
}

/** Tells whether the identities came in rising order. */
async function append(
  connection: DuckDBConnection,
  table: string,
  columns: readonly Column[],
  fill: (appending: Appending) => Promise<void>,
): Promise<boolean> {
  const types = [...columns.map((column) => (isText(column) ? VARCHAR : DOUBLE)), BIGINT];
  const appender = await connection.createAppender(table);
  let last = Number.NEGATIVE_INFINITY;
  let sorted = true;
  try {
    await fill({
      add(ids, data) {
        for (let i = 0; i < ids.length; i++) {
          sorted &&= ids[i]! >= last;
          last = ids[i]!;
        }
        for (let from = 0; from < ids.length; from += CHUNK) {
          const to = Math.min(from + CHUNK, ids.length);
          addChunk(appender, DuckDBDataChunk.create(types, to - from), columns, {
            ids,
            data,
            from,
            to,
          });
        }
      },
    });
    appender.flushSync();
  } finally {
    appender.closeSync();
  }
  return sorted;
}

interface Stretch {
  readonly ids: ArrayLike<number>;
  readonly data: readonly ArrayLike<Cell>[];
  readonly from: number;
  readonly to: number;
}

function addChunk(
  appender: DuckDBAppender,
  chunk: DuckDBDataChunk,
  columns: readonly Column[],
  { ids, data, from, to }: Stretch,
): void {
  for (const [i, column] of columns.entries()) {
    const values = data[i]!;
    if (values.length !== ids.length) {
      throw new RangeError(
        `Column "${column.name}" has ${values.length} values for ${ids.length} rows.`,
      );
    }
    if (isText(column)) writeTexts(chunk, i, values, from, to);
    else writeDoubles(chunk, i, values, from, to);
  }
  const rows = Array.from({ length: to - from }, (_, i) => BigInt(ids[from + i]!));
  chunk.setColumnValues(columns.length, rows);
  appender.appendDataChunk(chunk);
}

/** Dates and timestamps travel as ISO text. */
function isText({ type }: Column): boolean {
  return type === 'text' || type === 'date' || type === 'timestamp';
}

function finalSql({ type }: Column, field: string): string {
  if (type === 'text') return field;
  if (type === 'date' || type === 'timestamp') return `CAST(${field} AS ${sqlType(type)})`;
  const finite = `CASE WHEN isfinite(${field}) THEN ${field} END`;
  return type === 'float64' ? finite : `CAST(${finite} AS ${sqlType(type)})`;
}
