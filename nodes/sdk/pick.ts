/** Which columns a node works on: those chosen, or all that fit where none is chosen. */
import type { Column } from '#schemas/types.ts';
import { EsteiraError } from '#schemas/errors.ts';
import type { Accepts } from './params.ts';
import type { Table } from './plan/table.ts';

export function fits(column: Column, { types, meanings, roles }: Accepts): boolean {
  return (
    (!types || types.includes(column.type)) &&
    (!meanings || meanings.includes(column.meaning)) &&
    (!roles || roles.includes(column.role))
  );
}

/**
 * The chosen columns in the table's order; without a choice, every column that fits `automatic`. Throws
 * `column-unknown`, and `column-wrong-type` where a chosen column has none of the types accepted.
 */
export function pickColumns(
  table: Table,
  chosen: readonly string[],
  automatic: Accepts,
): readonly Column[] {
  if (chosen.length === 0) return table.columns.filter((column) => fits(column, automatic));
  const { types } = automatic;
  const picked = new Set(chosen.map((name) => table.need(name, types).name));
  return table.columns.filter((column) => picked.has(column.name));
}

/** The chosen column; throws `param-required` while none is chosen. */
export function chosenColumn(table: Table, name: string, param: string): Column {
  if (name === '') throw new EsteiraError('param-required', { param });
  return table.need(name);
}
