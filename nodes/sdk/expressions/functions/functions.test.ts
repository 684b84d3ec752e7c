import { describe, expect, it } from 'vitest';
import { LOCALES } from '../types.ts';
import { BARE_NAME, FORMULA_LOCALES, spellings } from '../text/locales.ts';
import { completions } from '../text/completions.ts';
import { parse } from '../text/parse.ts';
import { check } from '../check/check.ts';
import { FUNCTIONS } from './index.ts';

it('stored names are plain and unique', () => {
  const names = FUNCTIONS.map((definition) => definition.name);
  expect(new Set(names).size).toBe(names.length);
  for (const stored of names) expect(stored).toMatch(/^[a-z][a-z0-9_]*$/);
});

describe.each(LOCALES)('in %s', (locale) => {
  it('no two functions share a spelling, and none takes a stored name of another', () => {
    const owners = new Map<string, string>();
    for (const { name: fn, names } of FUNCTIONS) {
      for (const spelling of new Set([...spellings(names[locale]), fn.toUpperCase()])) {
        expect(owners.get(spelling) ?? fn, spelling).toBe(fn);
        owners.set(spelling, fn);
      }
    }
    expect(owners.has(FORMULA_LOCALES[locale].words.lookup)).toBe(false);
  });

  it.each(completions(locale).map((completion) => [completion.label, completion] as const))(
    '%s can be typed and is explained',
    (label, { fn, signature, summary, example }) => {
      expect(label).toMatch(BARE_NAME);
      expect(label).toBe(label.toUpperCase());
      expect(signature.startsWith(`${label}(`)).toBe(true);
      expect(summary).toMatch(/^\p{Lu}.+\.$|^-1 .+\.$|^e .+\.$/u);
      expect(summary).not.toMatch(/!|\bops\b/);
      const result = parse(example, locale);
      if ('error' in result) throw new Error(result.error);
      expect(check(result.expr, new Map()).problems).toEqual([]);
      expect(result.expr).toMatchObject({ kind: 'call', fn });
    },
  );
});

describe('each definition', () => {
  it.each(FUNCTIONS.map((definition) => [definition.name, definition] as const))(
    '%s is sound',
    (_, definition) => {
      const { parameters, optional = 0, variadic, result } = definition.signature;
      expect(definition.examples.length).toBeGreaterThan(0);
      expect(parameters.length).toBeLessThanOrEqual(3);
      expect(optional).toBeLessThanOrEqual(parameters.length);
      if (result === 'same') expect(parameters.some(({ kind }) => kind === 'same')).toBe(true);
      // The row evaluator applies a variadic strict function to two values at a time.
      if (variadic === true && 'js' in definition) expect(parameters).toHaveLength(2);
      if (definition.overflows === true) expect(result).toBe('float64');
      expect(Object.isFrozen(definition)).toBe(true);
    },
  );
});
