/** What a column picker offers for what was typed into its search. */
import type { Column } from '#schemas/types.ts';
import { fits, named } from '../model/columns.ts';
import { fold } from '#schemas/nearest.ts';
import type { Accepts } from '../model/types.ts';

export type Option = { readonly column: Column; readonly fits: boolean };

/** Those that fit first, in the table's order; of a search, those that begin with it first. */
export function columnOptions(
  columns: readonly Column[],
  accepts: Accepts | undefined,
  search: string,
): readonly Option[] {
  const wanted = fold(search);
  const options = named(columns)
    .filter(({ name }) => fold(name).includes(wanted))
    .map((column): Option => ({ column, fits: fits(accepts, column) }));
  const rank = ({ column, fits: isFit }: Option): number =>
    (isFit ? 0 : 2) + (wanted !== '' && !fold(column.name).startsWith(wanted) ? 1 : 0);
  return options.toSorted((a, b) => rank(a) - rank(b));
}

/** The next option that can be picked, from one place to the other, round the ends. */
export function nextOption(options: readonly Option[], from: number, by: 1 | -1): number {
  const { length } = options;
  for (let step = 1; step <= length; step++) {
    const at = (((from + by * step) % length) + length) % length;
    if (options[at]!.fits) return at;
  }
  return -1;
}
