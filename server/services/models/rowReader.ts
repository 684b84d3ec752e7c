/** A raw row from outside: an object whose own members are values by column name. */
import { EsteiraError } from '#schemas/errors.ts';

/** Inherited members are no columns, whatever they are called. Throws `value-wrong-type` on anything else. */
export function rowReader(row: unknown): (name: string) => unknown {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) {
    const found = row === null ? 'null' : Array.isArray(row) ? 'array' : typeof row;
    throw new EsteiraError('value-wrong-type', { field: 'row', expected: 'object', found });
  }
  return (name) => (Object.hasOwn(row, name) ? (row as Record<string, unknown>)[name] : undefined);
}
