/** Reads the beginning of a data set as a node would. */
import { EsteiraError } from '#schemas/errors.ts';
import type { CsvOptions, TablesPort } from '#nodes/sdk/context.ts';
import type { InspectJob } from '../queryCalls.ts';
import type { DatasetInspection } from '../types.ts';
import { rowsOf } from './rows.ts';
import { seriesColumns } from './series.ts';
import type { QueryWorld } from './world.ts';

/** Everything found out from the file. */
export const READ_AUTO: CsvOptions = {
  delimiter: 'auto',
  encoding: 'auto',
  decimal: 'auto',
  header: 'auto',
  dateFormat: 'auto',
  missing: ['auto'],
  types: {},
};

export async function inspect(
  { dataset, format, read, limit, staged }: InspectJob,
  { ports, aside }: QueryWorld,
  signal: AbortSignal,
): Promise<DatasetInspection> {
  if (format !== 'csv') {
    throw new EsteiraError('file-format-unknown', { file: dataset.dataset, known: 'csv' });
  }
  const options = { ...READ_AUTO, ...(read as Partial<CsvOptions>) };
  const look = async (tables: TablesPort): Promise<DatasetInspection> => {
    const { table, notes, found } = await tables.importCsv(dataset, options);
    const [rows, rowCount, series] = await Promise.all([
      rowsOf(table, tables, { limit }),
      tables.count(table),
      seriesColumns(table, tables),
    ]);
    return { schema: table.schema, rowCount, rows, notes, found: { ...found, series } };
  };
  return staged === undefined ? look(ports(signal).tables) : aside({ signal, file: staged }, look);
}
