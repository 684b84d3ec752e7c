import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { messages } from './allMessages.ts';

type Element = {
  readonly type: number;
  readonly value?: unknown;
  readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>>;
};

const literal = 0;
const pound = 7;

/** The names that a message uses. */
function placeholders(message: string, locale: string): string[] {
  const names = new Set<string>();
  const collect = (elements: readonly Element[]): void => {
    for (const element of elements) {
      if (element.type !== literal && element.type !== pound) names.add(String(element.value));
      for (const option of Object.values(element.options ?? {})) collect(option.value);
    }
  };
  collect(new IntlMessageFormat(message, locale).getAst());
  return [...names].sort();
}

test('both languages have every message', () => {
  expect(Object.keys(messages.en).length).toBeGreaterThan(100);
  expect(Object.keys(messages['pt-BR']).sort()).toEqual(Object.keys(messages.en).sort());
});

test('a message uses the same values in both languages', () => {
  const different = Object.entries(messages.en).filter(([id, text]) => {
    const other = messages['pt-BR'][id as keyof typeof messages.en];
    return placeholders(text, 'en').join() !== placeholders(other, 'pt-BR').join();
  });
  expect(different).toEqual([]);
});

test('no message is empty or shouts', () => {
  const texts = Object.values(messages).flatMap((all) => Object.values(all));
  expect(texts.filter((text) => text.trim() === '' || text.includes('!'))).toEqual([]);
});

test('none of something is a plural in Portuguese, whose rule would take it for one', () => {
  const singular = Object.entries(messages['pt-BR']).filter(([, text]) => /\bone \{#/.test(text));
  expect(singular).toEqual([]);
});
