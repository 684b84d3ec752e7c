import type { Locale } from '../types.ts';

/** How formula text is written in a language. */
export interface FormulaLocale {
  readonly decimalSign: '.' | ',';
  /** Between arguments. Where the comma is the decimal sign, it is the semicolon. */
  readonly separator: ',' | ';';
  readonly words: { readonly [word in Keyword]: string };
  /** Other spellings, understood but never written. */
  readonly alsoRead: { readonly [word: string]: Keyword };
}

export type Keyword = 'true' | 'false' | 'null' | 'and' | 'or' | 'not' | 'lookup';

export const FORMULA_LOCALES: { readonly [locale in Locale]: FormulaLocale } = {
  en: {
    decimalSign: '.',
    separator: ',',
    words: {
      true: 'TRUE',
      false: 'FALSE',
      null: 'NULL',
      and: 'AND',
      or: 'OR',
      not: 'NOT',
      lookup: 'LOOKUP',
    },
    alsoRead: {},
  },
  'pt-BR': {
    decimalSign: ',',
    separator: ';',
    words: {
      true: 'VERDADEIRO',
      false: 'FALSO',
      null: 'NULO',
      and: 'E',
      or: 'OU',
      not: 'NÃO',
      lookup: 'PROCURAR',
    },
    alsoRead: { VAZIO: 'null' },
  },
};

/**
 * The spellings under which a word is found: as written, and without its accents. Letter case does not count; an
 * accent too many does, so that a column `é` is not taken for the word E.
 */
export function spellings(word: string): readonly string[] {
  const upper = wordKey(word);
  return [upper, upper.normalize('NFD').replace(/\p{M}/gu, '')];
}

/** What is looked up among the spellings. */
export function wordKey(word: string): string {
  return word.normalize('NFC').toUpperCase();
}

const KEYWORDS: { readonly [locale in Locale]: ReadonlyMap<string, Keyword> } = {
  en: keywordsOf('en'),
  'pt-BR': keywordsOf('pt-BR'),
};

function keywordsOf(locale: Locale): ReadonlyMap<string, Keyword> {
  const { words, alsoRead } = FORMULA_LOCALES[locale];
  const pairs = Object.entries(words).flatMap(([word, text]) =>
    spellings(text).map((spelling): [string, Keyword] => [spelling, word as Keyword]),
  );
  return new Map([...pairs, ...Object.entries(alsoRead)]);
}

export function keywordOf(word: string, locale: Locale): Keyword | undefined {
  return KEYWORDS[locale].get(wordKey(word));
}

/** A column's name that needs no brackets: letters, digits and underscores, not beginning with a digit. */
export const BARE_NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u;
