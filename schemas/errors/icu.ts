// ICU messages as trees, and what can be said of them without formatting.
import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '../types.ts';

/** How a message uses a param: as it is, as a number, or to choose between texts. */
export type Use = 'text' | 'number' | 'choice';

// The parser's element types.
const [literal, argument, number, select, plural, pound] = [0, 1, 2, 5, 6, 7];

type Element = {
  readonly type: number;
  readonly value?: unknown;
  readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>>;
};

/** Nothing in a message or a value is read as markup. */
export function parseMessage(message: string, locale: Locale): IntlMessageFormat {
  return new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
}

/** The params of a message, each with the most demanding way in which it is used. */
export function usesOf(format: IntlMessageFormat): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>();
  collect(format.getAst(), uses);
  return uses;
}

function collect(elements: readonly Element[], uses: Map<string, Use>): void {
  for (const element of elements) {
    const name = String(element.value);
    if (element.type === argument && !uses.has(name)) uses.set(name, 'text');
    if (element.type === select && uses.get(name) !== 'number') uses.set(name, 'choice');
    if (element.type === number || element.type === plural) uses.set(name, 'number');
    for (const option of Object.values(element.options ?? {})) collect(option.value, uses);
  }
}

/** A message as prose for documentation: choices by their general branch, values as {name}. */
export function outline(message: string): string {
  return text(parseMessage(message, 'en').getAst(), '');
}

function text(elements: readonly Element[], counted: string): string {
  return elements
    .map((element) => {
      const name = String(element.value);
      if (element.type === literal) return name;
      if (element.type === pound) return `{${counted}}`;
      const other = element.options?.['other'];
      return other === undefined ? `{${name}}` : text(other.value, name);
    })
    .join('');
}
