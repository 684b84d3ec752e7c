/** What a formula editor offers where the caret stands. */
import type { Column, Locale } from '#schemas/types.ts';
import { completions } from '#nodes/sdk/expressions/text/completions.ts';
import { writeColumn } from '#nodes/sdk/expressions/text/print.ts';
import { fold } from '#schemas/nearest.ts';

export type Offer = {
  readonly key: string;
  readonly label: string;
  /** What is written in place of what was typed. */
  readonly insert: string;
  readonly column?: Column;
  /** Of a function: `ROUND(number, [digits])`, and what it does. */
  readonly signature?: string;
  readonly summary?: string;
};

export type Offers = {
  /** The place of the word that was begun. */
  readonly from: number;
  readonly to: number;
  readonly offers: readonly Offer[];
};

const WORD = /(?:\[([^\]\n]*)|([\p{L}_][\p{L}\p{M}\p{N}_]*))$/u;
const MOST = 8;

/** None inside a text, after a finished word, or before anything is typed; all of them where `all` asks for them. */
export function offersAt(
  text: string,
  caret: number,
  columns: readonly Column[],
  locale: Locale,
  all = false,
): Offers {
  const before = text.slice(0, caret);
  const word = WORD.exec(before);
  const none = { from: caret, to: caret, offers: [] };
  if (isInText(before) || (word === null && !all)) return none;
  const typed = fold(word?.[1] ?? word?.[2] ?? '');
  const from = caret - (word?.[0].length ?? 0);
  const isBracket = word?.[1] !== undefined;
  // The rest of a name that the caret stands in, and its closing bracket, are replaced too.
  const rest = (isBracket ? /^[^\]\n]*\]?/ : /^[\p{L}\p{M}\p{N}_]*/u).exec(text.slice(caret))![0];
  const offers = [
    ...columns.map((column) => columnOffer(column, locale)),
    ...(isBracket ? [] : functionOffers(locale)),
  ];
  const found = offers.filter(({ label }) => fold(label).includes(typed));
  const rank = ({ label }: Offer): number => (fold(label).startsWith(typed) ? 0 : 1);
  const best = found.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST);
  return { from, to: caret + rest.length, offers: best };
}

/** Whether an odd number of quotes stands before. */
function isInText(before: string): boolean {
  return before.split('"').length % 2 === 0;
}

function columnOffer(column: Column, locale: Locale): Offer {
  const { name } = column;
  return { key: `column ${name}`, label: name, insert: writeColumn(name, locale), column };
}

function functionOffers(locale: Locale): readonly Offer[] {
  return completions(locale).map(({ fn, label, signature, summary }) => ({
    key: `function ${fn}`,
    label,
    insert: `${label}(`,
    signature,
    summary,
  }));
}
