import { PARAMETER_NAMES } from '../parameterNames.ts';
import { FUNCTIONS } from '../functions/index.ts';
import { call } from '../build.ts';
import type { Family, FunctionDefinition } from '../defineFunction.ts';
import { FORMULA_LOCALES } from './locales.ts';
import { print } from './print.ts';
import type { Locale } from '../types.ts';

/** What a formula editor offers and explains. */
export interface Completion {
  /** Stored name. */
  readonly fn: string;
  readonly family: Family;
  /** Name in the language: what is inserted before the bracket. */
  readonly label: string;
  /** `ROUND(number, [digits])` */
  readonly signature: string;
  readonly summary: string;
  /** `ROUND(2.5)` */
  readonly example: string;
}

/** Every function in the language, in the order of the families. */
export function completions(locale: Locale): readonly Completion[] {
  return FUNCTIONS.map((definition) => ({
    fn: definition.name,
    family: definition.family,
    label: definition.names[locale],
    signature: signatureText(definition, locale),
    summary: definition.summary[locale],
    example: print(call(definition.name, ...definition.examples[0]!.args), locale),
  }));
}

/** Parameters in brackets may be left out; `…` means that the last may be repeated. */
export function signatureText({ names, signature }: FunctionDefinition, locale: Locale): string {
  const { parameters, optional = 0, variadic } = signature;
  const needed = parameters.length - optional;
  const list = parameters.map((parameter, index) => {
    const label = PARAMETER_NAMES[parameter.name][locale];
    return index < needed ? label : `[${label}]`;
  });
  if (variadic === true) list.push('…');
  return `${names[locale]}(${list.join(`${FORMULA_LOCALES[locale].separator} `)})`;
}
