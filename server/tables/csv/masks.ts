/**
 * The mask of a cell: what is left of it when digits are forgotten.
 *
 * A mask has `9` for every digit (but a leading `0` stays, so that codes with leading zeros can be told), the signs as
 * they are, and is `?` for everything that can be neither a number nor a date. A column has few masks, whatever its
 * length; so the sample (in JavaScript) and the whole file (in SQL) are both reduced to counts by mask, and one
 * function reads those (shapes.ts).
 */

// The only characters of numbers, dates and times with their signs, exponents, AM/PM and zones.
const WRITTEN = '[-+0-9.,/: TZeEaApPmM]{1,40}';
const WORDS = '(?i)(?:true|false|[-+]?(?:nan|inf|infinity))';
const SECOND = '^[0-9]{1,2}[-/.]([0-9]{1,2})[-/.]';

const written = new RegExp(`^${WRITTEN}$`);
const words = new RegExp(`^${WORDS.slice(4)}$`, 'i');
const second = new RegExp(SECOND);

export const TEXT_MASK = '?';

/** The mask of a trimmed, present cell. */
export function maskOf(text: string): string {
  if (written.test(text)) return foldMask(text);
  return words.test(text) ? text.toLowerCase() : TEXT_MASK;
}

/** Digits to 9 except a leading 0. Folding twice changes nothing, so half-folded masks of SQL end the same. */
export function foldMask(text: string): string {
  const start = text.startsWith('-') || text.startsWith('+') ? 1 : 0;
  const first = text[start] ?? '';
  const rest = text.slice(start + 1).replace(/[0-9]/g, '9');
  return `${text.slice(0, start)}${/[1-9]/.test(first) ? '9' : first}${rest}`.toUpperCase();
}

/** The second number of a date such as 31/12/2024 (12), or 0. */
export function secondPart(text: string): number {
  return Number(second.exec(text)?.[1] ?? 0);
}

/** SQL of the nearly folded mask of `cell`: its first two characters are left for `foldMask`. */
export function sqlMask(cell: string): string {
  const folded = `left(${cell}, 2) || translate(substr(${cell}, 3), '012345678', '999999999')`;
  return (
    `CASE WHEN regexp_full_match(${cell}, '${WRITTEN}') THEN upper(${folded}) ` +
    `WHEN regexp_full_match(${cell}, '${WORDS}') THEN lower(${cell}) ELSE '${TEXT_MASK}' END`
  );
}

export function sqlSecondPart(cell: string): string {
  return `coalesce(TRY_CAST(regexp_extract(${cell}, '${SECOND}', 1) AS INTEGER), 0)`;
}
