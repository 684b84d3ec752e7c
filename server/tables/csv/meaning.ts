/** What the values of a column stand for, guessed from its type and a sample. */
import type { Meaning, ValueType } from '#schemas/types.ts';

export interface Variety {
  /** Present cells of the sample. */
  readonly present: number;
  readonly distinct: number;
  /** Mean length of the texts, in characters. */
  readonly length: number;
  /** Mean number of words. */
  readonly words: number;
}

const LONG = 60;
const FEW_ROWS = 20;

export function varietyOf(texts: ReadonlyMap<string, number>): Variety {
  let present = 0;
  let characters = 0;
  let words = 0;
  for (const [text, count] of texts) {
    present += count;
    characters += text.length * count;
    words += wordsIn(text) * count;
  }
  const all = Math.max(1, present);
  return { present, distinct: texts.size, length: characters / all, words: words / all };
}

const wordsIn = (text: string): number => text.trim().split(/\s+/u).length;

/**
 * Whole numbers stay numbers: that 1, 2, 3 are kinds of something only a person knows. A text is a category when its
 * values come back often enough for each to be learned about; the more rows, the smaller the share that is asked for.
 */
export function guessMeaning(type: ValueType, variety: Variety): Meaning {
  if (type === 'int64' || type === 'float64') return 'number';
  if (type === 'date' || type === 'timestamp') return 'date';
  if (type === 'bool') return 'category';
  const { present, distinct, length } = variety;
  if (present === 0) return 'category';
  if (length > LONG) return 'text';
  if (present < FEW_ROWS) return 'category';
  const share = distinct / present;
  const repeats = (share <= 0.5 && distinct <= 50) || (share <= 0.1 && distinct <= 1000);
  return repeats || share <= 0.02 ? 'category' : 'text';
}
