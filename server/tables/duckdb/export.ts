/** The visible columns as a file that other programs read. Equal tables give equal bytes. */
import { createReadStream, createWriteStream } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { TablesPort } from '#nodes/sdk/context.ts';
import { quoteIdentifier, quoteText } from '#nodes/sdk/expressions/sql/quote.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';
import { emitOrdered, type EmitOptions } from '../emit/emit.ts';
import type { EmittedColumn } from '../emit/types.ts';
import { select } from './queries.ts';
import type { Scratch } from './scratch.ts';
import type { Session } from './session.ts';
import { PARQUET, type Snapshots } from './snapshots.ts';

type Format = Parameters<TablesPort['write']>[1];
export type ExportOptions = NonNullable<Parameters<TablesPort['write']>[2]>;

export async function exportTable(
  table: Table,
  format: Format,
  wanted: ExportOptions,
  tools: { session: Session; snapshots: Snapshots; scratch: Scratch; emit: EmitOptions },
): Promise<{ hash: string; bytes: number; rows: number }> {
  const { session, snapshots, scratch } = tools;
  const [file, marked] = [scratch.file(format), scratch.file(format)];
  const isMarked = format === 'csv' && wanted.mark === true;
  const from = emitOrdered(table.plan, tools.emit);
  const list = from.columns.map(
    (column) => `${fieldSql(column, format, wanted)} AS ${quoteIdentifier(column.name)}`,
  );
  try {
    const query = select(list, from);
    const rows = await session.run(
      `COPY (${query}) TO ${quoteText(file)} (${settings(format, wanted)})`,
    );
    if (isMarked) await mark(file, marked);
    return { ...(await snapshots.adopt(isMarked ? marked : file)), rows };
  } finally {
    await Promise.all([file, marked].map((each) => rm(each, { force: true })));
  }
}

/** DuckDB has no option for it. */
async function mark(file: string, marked: string): Promise<void> {
  await writeFile(marked, '\uFEFF');
  await pipeline(createReadStream(file), createWriteStream(marked, { flags: 'a' }));
}

function settings(format: Format, { delimiter = ',' }: ExportOptions): string {
  switch (format) {
    case 'parquet':
      return PARQUET;
    case 'json':
      // One array, one record a line: JSON for those who parse it whole, and readable line by line.
      return 'FORMAT json, ARRAY true';
    case 'csv':
      return `FORMAT csv, HEADER true, DELIMITER ${quoteText(delimiter)}, QUOTE '"', ESCAPE '"', NULLSTR ''`;
  }
}

/**
 * A cell as text begins with = + - @ at times. A spreadsheet would run it as a formula, so `spreadsheet` puts an
 * apostrophe before it; it is off unless asked for, because it changes the data for every other reader.
 */
const FORMULA = "'^[=+@\\t\\r-]'";

function fieldSql({ name, type }: EmittedColumn, format: Format, wanted: ExportOptions): string {
  const field = quoteIdentifier(name);
  if (format === 'parquet') return field;
  if (type === 'timestamp') return isoSql(field);
  if (format === 'json') return field;
  if (type === 'float64' && wanted.decimal === ',')
    return `replace(CAST(${field} AS VARCHAR), '.', ',')`;
  if (type === 'text' && wanted.spreadsheet === true)
    return `CASE WHEN regexp_matches(${field}, ${FORMULA}) THEN '''' || ${field} ELSE ${field} END`;
  return field;
}

/** As in JSON elsewhere: a fraction only where there is one. */
function isoSql(field: string): string {
  const whole = `strftime(${field}, '%Y-%m-%dT%H:%M:%S')`;
  const exact = `strftime(${field}, '%Y-%m-%dT%H:%M:%S.%f')`;
  return `CASE WHEN microsecond(${field}) % 1000000 = 0 THEN ${whole} ELSE ${exact} END`;
}
