import { describe, expect, test } from 'vitest';
import type { Locale, MessageParam } from '../types.ts';
import { errorAreas, errorCodes, errorEntry, retiredCodes } from './catalogue.ts';
import type { ErrorEntry } from './entry.ts';
import { formatMessage, placeholders } from './format.ts';

const locales: readonly Locale[] = ['en', 'pt-BR'];
const entries = errorAreas.flatMap((area) => Object.entries<ErrorEntry>(area.entries));

test('no code stands in two areas, none is a retired one, none could be a node’s own', () => {
  expect(new Set(errorCodes).size).toBe(entries.length);
  expect(errorCodes.filter((code) => retiredCodes.includes(code))).toEqual([]);
  for (const code of errorCodes) expect(code).toMatch(/^[a-z][a-z0-9-]*$/);
});

describe.each(entries)('%s', (code, entry) => {
  test('uses the params that it declares, the same in both languages', () => {
    const used = (locale: Locale): string[] => {
      const { message, remedy } = entry[locale];
      const names = [...placeholders(message).keys(), ...placeholders(remedy).keys()];
      return [...new Set(names)].toSorted();
    };
    expect(used('en')).toEqual(entry.params.toSorted());
    expect(used('pt-BR')).toEqual(used('en'));
  });

  test('reads as sentences, whatever the values', () => {
    for (const locale of locales) {
      for (const text of Object.values(entry[locale])) {
        for (const other of ['x', ['a', 'b'], '']) {
          const params = [...placeholders(text)].map(([name, use]): [string, MessageParam] => [
            name,
            use === 'number' ? other.length : other,
          ]);
          const said = formatMessage(text, Object.fromEntries(params), locale);
          expect(said).not.toMatch(/[{}!]|“\?”|undefined|\bNaN\b|\b[Oo]o?ps\b/);
        }
      }
      expect(entry[locale].message).toMatch(/[.}]$/);
      expect(entry[locale].remedy).toMatch(/[.…]$/);
    }
  });

  test('has a status that goes with its kind', () => {
    const status = errorEntry(code)?.status ?? (entry.kind === 'user' ? 422 : 500);
    expect(Math.floor(status / 100)).toBe(entry.kind === 'user' ? 4 : 5 - wrongSide(code));
  });
});

/** What is gone from disk is not found, although it is not the caller's fault. */
function wrongSide(code: string): number {
  return code === 'artifact-unknown' ? 1 : 0;
}
