/** The full list of projections behind what a caller says about some columns. */
import type { Column } from '#schemas/types.ts';
import { needColumn } from './names.ts';
import { keep } from './ops/projection.ts';
import type { Projection } from './types.ts';

/** All columns with some added, or replaced where they stand. */
export function derived(
  columns: readonly Column[],
  projections: readonly Projection[],
): readonly Projection[] {
  const made = new Map(projections.map((projection) => [projection.name, projection]));
  const kept = columns.map((column) => made.get(column.name) ?? keep(column));
  const known = new Set(columns.map(({ name }) => name));
  // Those of the caller's list, so that a name given twice is refused and not lost.
  const added = projections.filter(
    (projection) => !known.has(projection.name) || made.get(projection.name) !== projection,
  );
  return [...kept, ...added];
}

/** All columns, some under new names. Throws `column-unknown`. */
export function renamed(
  columns: readonly Column[],
  names: ReadonlyMap<string, string>,
): readonly Projection[] {
  for (const name of names.keys()) needColumn(columns, name);
  return columns.map((column) => {
    const name = names.get(column.name);
    return name === undefined ? keep(column) : { ...keep(column), name };
  });
}
