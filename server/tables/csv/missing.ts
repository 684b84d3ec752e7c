/** Texts that stand for a missing value. */

/**
 * Read as missing in every column. `-` is not among them: `+` and `-` are the answers of many a test, and `None` is
 * a kind of thing in many a catalogue.
 */
const ALWAYS = 'NA N/A n/a #N/A <NA> N/D n/d #N/D NULL Null null (null) NaN nan ?'.split(' ');

/** Read as missing only where all else in the column is a number, a date or true/false. */
const DOUBTFUL = '- -- --- . .. ... * None none NONE nil Nil na Na nd ND NAN NaT'.split(' ');

export interface MissingTexts {
  readonly always: readonly string[];
  readonly doubtful: ReadonlySet<string>;
}

/** `wanted` is the user's list; 'auto' in it stands for the usual texts, an empty list for none but the empty field. */
export function missingTexts(wanted: readonly string[]): MissingTexts {
  const own = wanted.filter((text) => text !== 'auto' && text !== '');
  if (!wanted.includes('auto')) return { always: [...new Set(own)], doubtful: new Set() };
  return {
    always: [...new Set([...ALWAYS, ...own])],
    doubtful: new Set(DOUBTFUL.filter((text) => !own.includes(text))),
  };
}

const TWO_LETTERS = /^[A-Z]{2}$/;
const ENOUGH = 5;

/**
 * `NA` among codes of two capitals is Namibia, North America or sodium as likely as nothing: it stays a value there.
 * `others` are the column's different texts that mean missing nowhere.
 */
export function isValueHere(text: string, others: readonly string[]): boolean {
  const all = [text, ...others];
  return others.length >= ENOUGH && all.every((code) => TWO_LETTERS.test(code));
}
