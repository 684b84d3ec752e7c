import { EsteiraError } from '#schemas/errors.ts';

/**
 * The items of a list parameter by the column that each is about. Throws `columns-not-chosen` where one names none
 * and `list-repeats` where two name the same; `param` is the list's name.
 */
export function byColumn<T extends { readonly column: string }>(
  items: readonly T[],
  param: string,
): ReadonlyMap<string, T> {
  const places = new Map<string, number>();
  for (const [at, { column }] of items.entries()) {
    const path = `/${param}/${at}/column`;
    if (column === '') throw new EsteiraError('columns-not-chosen', {}, { path });
    const first = places.get(column);
    if (first !== undefined) {
      const repeated = { field: `“${column}”`, first: first + 1, second: at + 1 };
      throw new EsteiraError('list-repeats', repeated, { path });
    }
    places.set(column, at);
  }
  return new Map(items.map((item) => [item.column, item]));
}
