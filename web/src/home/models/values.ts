/** What is typed into a model's form, as the values that the model reads. */
import type { Column } from '#schemas/types.ts';
import type { Cell } from '../../api.ts';

const isNumber = ({ type }: Column): boolean => type === 'int64' || type === 'float64';

/** An empty field is a missing value; a number may be written with a comma. What is no number is sent as it stands. */
export function valueOf(column: Column, text: string): Cell {
  const plain = text.trim();
  if (plain === '') return null;
  if (column.type === 'bool') return plain === 'true';
  if (!isNumber(column)) return text;
  const value = Number(/^[-+]?\d+,\d+$/.test(plain) ? plain.replace(',', '.') : plain);
  return Number.isFinite(value) ? value : plain;
}

export const textOf = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? '' : String(cell);
