/** For tests: a DuckDB in memory, snapshots from literal rows, and plans run through the emitter. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Column } from '#schemas/types.ts';
import { quoteText } from '#nodes/sdk/expressions/sql/quote.ts';
import type { Literal } from '#nodes/sdk/expressions/types.ts';
import { checkpoint } from '#nodes/sdk/plan/checkpoint.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import { emit, emitOrdered } from '../emit.ts';

export type Row = readonly Literal[];

export interface Engine {
  /** Rows in output order: the visible columns by position, dates as ISO text. */
  rows(table: Table): Promise<Row[]>;
  /** As `rows`, without asking for an order, then sorted by `$row`; hidden columns by name. */
  hidden(table: Table): Promise<{ row: number; part?: Literal; order?: number; cells: Row }[]>;
  /** The same rows read from a Parquet file whose identity is the row number. */
  snapshot(columns: readonly Column[], rows: readonly Row[]): Promise<Table>;
  /** The table's rows written with all hidden columns. */
  checkpoint(table: Table): Promise<Table>;
  sql(sql: string): Promise<unknown[][]>;
  close(): Promise<void>;
}

export async function openEngine(threads = 2): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), 'esteira-emit-'));
  const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) });
  const connection = await instance.connect();
  const files = new Map<string, string>();
  const options = { snapshot: (hash: string) => files.get(hash)! };
  const sql = async (text: string): Promise<unknown[][]> =>
    (await connection.runAndReadAll(text)).getRowsJson();
  const write = async (select: string): Promise<string> => {
    const hash = `s${files.size}`;
    files.set(hash, join(folder, `${hash}.parquet`));
    await connection.run(`COPY (${select}) TO ${quoteText(files.get(hash)!)} (FORMAT parquet)`);
    return hash;
  };
  return {
    sql,
    async rows(table) {
      const emitted = emitOrdered(table.plan, options);
      const found = await sql(emitted.sql);
      return found.map((row) => table.columns.map(({ type }, at) => cellOf(row[at], type)));
    },
    async hidden(table) {
      const emitted = emit(table.plan, options);
      const width = emitted.columns.length;
      const found = await sql(`SELECT * FROM (${emitted.sql}) ORDER BY "$row"`);
      return found.map((row) => {
        const rest = row.slice(width + 1);
        const kind = table.partitioned?.kind;
        return {
          cells: table.columns.map(({ type }, at) => cellOf(row[at], type)),
          row: Number(row[width]),
          ...(emitted.hasPart
            ? { part: cellOf(rest.shift(), kind === 'folds' ? 'int64' : 'text') }
            : {}),
          ...(emitted.hasOrder ? { order: Number(rest.shift()) } : {}),
        };
      });
    },
    async snapshot(columns, rows) {
      const hash = await write(emitOrdered(Table.values(columns, rows).plan, options).sql);
      return Table.source({ snapshot: hash, columns, rows: rows.length });
    },
    async checkpoint(table) {
      const { sql: select } = emitOrdered(table.plan, options);
      const [[rows]] = (await sql(`SELECT count(*) FROM (${select})`)) as [[string]];
      const snapshot = await write(select);
      return Table.fromPlan(checkpoint(table.plan, { snapshot, rows: Number(rows) }));
    },
    async close() {
      connection.closeSync();
      instance.closeSync();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function cellOf(value: unknown, type: Column['type']): Literal {
  if (value === null || value === undefined) return null;
  if (type === 'int64' || type === 'float64') return Number(value);
  if (type === 'timestamp') return (value as string).replace(' ', 'T');
  return value as Literal;
}
