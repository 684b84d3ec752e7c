import { useMemo, useState } from 'react';
import { isFormulaText } from '#schemas/parameters.ts';
import { print } from '#nodes/sdk/expressions/text/print.ts';
import type { Expr } from '#nodes/sdk/expressions/types.ts';
import type { Column, FormulaText, Locale } from '#schemas/types.ts';
import { isSame } from '../model/values.ts';
import { readFormula, type Reading } from './reading.ts';

/** What a param holds: a tree, or the text of what is none (yet), so that nothing runs on an older tree meanwhile. */
export type Stored = Expr | FormulaText | null;

export type Formula = {
  readonly text: string;
  readonly reading: Reading;
  readonly write: (text: string) => void;
};

type Draft = {
  readonly text: string;
  readonly locale: Locale;
  /** What the param holds by it. */
  readonly makes: Stored;
};

/** The text of a formula that a param holds: as it is typed, or a tree written in the reader's language. */
export function useFormula(
  stored: Stored,
  locale: Locale,
  columns: readonly Column[] | undefined,
  onChange: (value: Stored) => void,
): Formula {
  const written = useMemo(() => writeFormula(stored, locale), [stored, locale]);
  const [draft, setDraft] = useState<Draft>();
  // A draft in another language is of no use: the tree is written anew. An undo, or another tab, may have put another
  // tree in its place.
  const isCurrent = draft?.locale === locale && isSame(draft.makes, stored);
  const text = isCurrent ? draft.text : written;
  // What could not be read is in the language that it was typed in.
  const language = isFormulaText(stored) ? stored.locale : locale;
  const reading = useMemo(
    () => readFormula(text, language, columns, locale),
    [text, language, columns, locale],
  );
  const write = (next: string): void => {
    const { expr } = readFormula(next, locale, undefined);
    const makes: Stored = expr === undefined ? { $formula: next, locale } : expr;
    setDraft({ text: next, locale, makes });
    if (!isSame(makes, stored)) onChange(makes);
  };
  return { text, reading, write };
}

/** What stands in the param may come from anywhere, so it may be no expression. */
function writeFormula(expr: Stored, locale: Locale): string {
  if (expr === null) return '';
  if (isFormulaText(expr)) return expr.$formula;
  try {
    return print(expr, locale);
  } catch {
    return '';
  }
}
