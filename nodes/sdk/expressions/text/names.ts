import { FUNCTIONS, findFunction } from '../functions/index.ts';
import { FORMULA_LOCALES, spellings, wordKey } from './locales.ts';
import type { Locale } from '../types.ts';

/** Stored names by what people type: the language's own name, or the stored one, which knows no language. */
const NAMES: { readonly [locale in Locale]: ReadonlyMap<string, string> } = {
  en: namesOf('en'),
  'pt-BR': namesOf('pt-BR'),
};

function namesOf(locale: Locale): ReadonlyMap<string, string> {
  const stored = FUNCTIONS.map(({ name: fn }): [string, string] => [wordKey(fn), fn]);
  const own = FUNCTIONS.flatMap(({ name: fn, names }) =>
    spellings(names[locale]).map((spelling): [string, string] => [spelling, fn]),
  );
  return new Map([...stored, ...own]);
}

/** The stored name of a function as it is typed, or undefined. */
export function functionNamed(word: string, locale: Locale): string | undefined {
  return NAMES[locale].get(wordKey(word));
}

/** A function's name in the language; an unknown function keeps its stored name. */
export function nameOfFunction(fn: string, locale: Locale): string {
  return findFunction(fn)?.names[locale] ?? fn;
}

/** All names of the language, for suggestions. */
export function functionNames(locale: Locale): readonly string[] {
  return [...FUNCTIONS.map(({ names }) => names[locale]), FORMULA_LOCALES[locale].words.lookup];
}
