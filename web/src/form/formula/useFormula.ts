import { useMemo, useState } from 'react';
import { print } from '#nodes/sdk/expressions/text/print.ts';
import type { Expr } from '#nodes/sdk/expressions/types.ts';
import type { Column, Locale } from '#schemas/types.ts';
import { isSame } from '../model/values.ts';
import { readFormula, type Reading } from './reading.ts';

export type Formula = {
  readonly text: string;
  readonly reading: Reading;
  /** Takes a new text; the param follows where it is a formula. */
  readonly write: (text: string) => void;
};

type Draft = {
  readonly text: string;
  readonly locale: Locale;
  /** What the param held while it was typed, and goes on holding where it is no formula. */
  readonly beside: Expr | null;
};

/**
 * The text of a formula whose tree a param holds: what is being typed, or the tree as text in the reader's language. A
 * text that is no formula stays here, and the param keeps the last one that was.
 */
export function useFormula(
  stored: Expr | null,
  locale: Locale,
  columns: readonly Column[] | undefined,
  onChange: (expr: Expr | null) => void,
): Formula {
  const written = useMemo(() => writeFormula(stored, locale), [stored, locale]);
  const [draft, setDraft] = useState<Draft>();
  // A draft in another language is of no use: the tree is written anew.
  const mine = draft?.locale === locale ? draft.text : undefined;
  const drafted = mine === undefined ? undefined : readFormula(mine, locale, undefined).expr;
  // An undo, or another tab, may have put another tree in its place.
  const makes = drafted === undefined ? draft?.beside : drafted;
  const isCurrent = mine !== undefined && isSame(makes, stored);
  const text = isCurrent ? mine : written;
  const reading = useMemo(() => readFormula(text, locale, columns), [text, locale, columns]);
  const write = (next: string): void => {
    setDraft({ text: next, locale, beside: stored });
    const { expr } = readFormula(next, locale, undefined);
    if (expr !== undefined && !isSame(expr, stored)) onChange(expr);
  };
  return { text, reading, write };
}

/** What stands in the param may come from anywhere, so it may be no expression. */
function writeFormula(expr: Expr | null, locale: Locale): string {
  if (expr === null) return '';
  try {
    return print(expr, locale);
  } catch {
    return '';
  }
}
