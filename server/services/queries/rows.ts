/** The first rows on a wire, or what else stands there. */
import { Table } from '#nodes/sdk/plan/table.ts';
import type { Cell, TablesPort } from '#nodes/sdk/context.ts';
import type { RowsJob } from '../queryCalls.ts';
import type { Preview, Rows } from '../types.ts';
import { narrowed } from './narrow.ts';
import { portValue } from './portValue.ts';
import type { QueryWorld } from './world.ts';

/** Milliseconds that counting may take: a look is worth less than its rows are late. */
const COUNTING = 2000;

export async function previewRows(
  job: RowsJob,
  world: QueryWorld,
  signal: AbortSignal,
): Promise<Preview> {
  const { value, ports } = await portValue(job, world, signal);
  if (value.kind !== 'table') {
    const { kind, ...rest } = value;
    return { kind, value: rest };
  }
  const table = narrowed(Table.of(value), job);
  const { limit, offset } = job;
  const hurried = AbortSignal.any([signal, AbortSignal.timeout(COUNTING)]);
  const [rows, rowCount] = await Promise.all([
    rowsOf(table, ports.tables, { limit, offset }),
    world
      .ports(hurried)
      .tables.count(table)
      .catch(() => undefined),
  ]);
  const counted = rowCount === undefined ? {} : { rowCount };
  return { kind: 'table', schema: table.schema, ...counted, rows };
}

/** By position, in the order of the table's columns. */
export async function rowsOf(
  table: Table,
  tables: TablesPort,
  options: { limit: number; offset?: number },
): Promise<Rows['rows']> {
  const names = table.columns.map((column) => column.name);
  const rows = await tables.rows(table, options);
  return rows.map((row) => names.map((name): Cell => row.get(name) ?? null));
}
