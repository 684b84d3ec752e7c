/** A file's table in the types that a model learnt its columns in. */
import { otherKinds } from '#nodes/sdk/learning/predict.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';
import type { Cell, ColumnData, TablesPort } from '#nodes/sdk/context.ts';
import { EsteiraError } from '#schemas/errors.ts';
import type { Column, DatasetRef } from '#schemas/types.ts';
import { READ_AUTO } from './inspect.ts';

const LONGEST_VALUE = 100;

/**
 * A few rows tell little of what a column is: one of which all cells are empty is read as text, a code of digits alone
 * as a number. What was learnt tells more. Throws `model-value-wrong` with the first cell that is not of its type.
 */
export async function readAsLearned(
  dataset: DatasetRef,
  inputs: readonly Column[],
  tables: TablesPort,
): Promise<Table> {
  const { table } = await tables.importCsv(dataset, READ_AUTO);
  const others = otherKinds(inputs, table);
  if (others.length === 0) return table;
  const types = Object.fromEntries(others.map(({ name, type }) => [name, type]));
  const again = await tables.importCsv(dataset, { ...READ_AUTO, types });
  const lost = again.notes.find(({ code }) => code === 'csv-cells-misfit')?.params?.['column'];
  const column = others.find(({ name }) => name === lost);
  if (column !== undefined) throw await wrongValue(column, { table, again: again.table }, tables);
  return again.table;
}

async function wrongValue(
  { name: column, type }: Column,
  { table, again }: { readonly table: Table; readonly again: Table },
  tables: TablesPort,
): Promise<EsteiraError> {
  const written = await cellsOf(table, column, tables);
  const read = await cellsOf(again, column, tables);
  const at = written.findIndex((cell, index) => !isMissing(cell) && isMissing(read[index]));
  const value = String(written[at]).slice(0, LONGEST_VALUE).toWellFormed();
  return new EsteiraError('model-value-wrong', {
    column,
    value,
    expected: type,
    row: at + 1,
    type,
  });
}

async function cellsOf(table: Table, column: string, tables: TablesPort): Promise<ColumnData> {
  const { columns } = await tables.columns(table, [column]);
  return columns.get(column) ?? [];
}

const isMissing = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || Number.isNaN(cell);
