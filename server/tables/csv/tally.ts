/** A column reduced to counts by mask. */
import { maskOf, secondPart } from './masks.ts';
import { bareText } from './units.ts';

export interface MaskCount {
  readonly count: number;
  /** Smallest and largest text by code point: an example, and the range of numbers of equal length. */
  readonly min: string;
  readonly max: string;
  /** The largest second number, where the mask is a date's. */
  readonly second: number;
}

export interface Tally {
  /** Cells that are neither empty nor stand for missing. */
  readonly present: number;
  readonly masks: ReadonlyMap<string, MaskCount>;
  /** Texts that stand for missing where the column is no text, with their counts; not among `present`. */
  readonly doubtful: ReadonlyMap<string, number>;
}

/** Groups with the same mask become one. */
export function addMask(masks: Map<string, MaskCount>, mask: string, more: MaskCount): void {
  const known = masks.get(mask);
  masks.set(
    mask,
    known === undefined
      ? more
      : {
          count: known.count + more.count,
          min: more.min < known.min ? more.min : known.min,
          max: more.max > known.max ? more.max : known.max,
          second: Math.max(known.second, more.second),
        },
  );
}

/** The tally of a column's sampled texts with their counts. `doubtful` says which may stand for missing. */
export function tallyTexts(
  texts: ReadonlyMap<string, number>,
  doubtful: ReadonlySet<string>,
  unit: string | undefined,
): Tally {
  const masks = new Map<string, MaskCount>();
  const doubts = new Map<string, number>();
  let present = 0;
  for (const [whole, count] of texts) {
    const text = bareText(whole, unit);
    if (text === '') continue;
    if (doubtful.has(text)) {
      doubts.set(text, (doubts.get(text) ?? 0) + count);
      continue;
    }
    present += count;
    addMask(masks, maskOf(text), { count, min: text, max: text, second: secondPart(text) });
  }
  return { present, masks, doubtful: doubts };
}
