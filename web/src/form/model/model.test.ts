import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '#nodes/sdk/expressions/text/parse.ts';
import { print } from '#nodes/sdk/expressions/text/print.ts';
import type { Column } from '#schemas/types.ts';
import { exprOf, operatorsOf, rowsOf, type Row } from './conditions.ts';
import { nearest } from '#schemas/nearest.ts';
import { readNumber, writeNumber } from './numberText.ts';
import { isSame } from './values.ts';

const column = (name: string, type: Column['type'] = 'float64'): Column => ({
  name,
  type,
  meaning: type === 'text' ? 'category' : 'number',
  role: 'feature',
});

describe('numbers', () => {
  test('are read as the language writes them', () => {
    expect(readNumber('1,5', 'pt-BR')).toBe(1.5);
    expect(readNumber('1.234,5', 'pt-BR')).toBe(1234.5);
    expect(readNumber('0.5', 'pt-BR')).toBe(0.5);
    expect(readNumber('1.234', 'pt-BR')).toBe(1234);
    expect(readNumber('1,234.5', 'en')).toBe(1234.5);
    expect(readNumber(' −2e-3 ', 'en')).toBe(-0.002);
    for (const text of ['', 'x', '1,5', '1.2.3', '--1', '1e999']) {
      expect(readNumber(text, 'en')).toBeUndefined();
    }
  });

  test('read back as they were written', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(finite, fc.constantFrom('en' as const, 'pt-BR' as const), (value, locale) => {
        expect(readNumber(writeNumber(value, locale), locale)).toBe(value + 0);
      }),
    );
  });
});

describe('conditions', () => {
  const columns = [column('x'), column('t', 'text'), column('d', 'date'), column('b', 'bool')];
  const values = {
    float64: fc.integer({ min: -100, max: 100 }),
    text: fc.string({ minLength: 1 }),
    date: fc.constant('2024-01-31'),
    bool: fc.boolean(),
  };
  const row = fc.constantFrom(...columns).chain(({ name, type }) =>
    fc.constantFrom(...operatorsOf(type)).chain((operator) => {
      const isAlone = operator === 'missing' || operator === 'present';
      const given = fc.array(
        values[type as keyof typeof values] as fc.Arbitrary<string | number | boolean>,
        {
          minLength: isAlone ? 0 : 1,
          maxLength: isAlone ? 0 : operator === 'in' ? 3 : 1,
        },
      );
      return given.map((list): Row => ({ column: name, operator, values: list }));
    }),
  );

  test('as rows, as a tree and as text are one', () => {
    const rows = fc.array(row, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(rows, fc.constantFrom('all' as const, 'any' as const), (list, join) => {
        const expr = exprOf({ join, rows: list }, columns)!;
        expect(rowsOf(expr)).toEqual({ join, rows: list });
        expect(parse(print(expr, 'pt-BR'), 'pt-BR')).toMatchObject({ expr });
      }),
    );
  });

  test('with an unfinished row leave it out; of more than rows there are none', () => {
    const whole: Row = { column: 'x', operator: 'gt', values: [1] };
    const started: Row = { column: 'x', operator: 'gt', values: [] };
    const expr = exprOf({ join: 'any', rows: [whole, started] }, columns);
    expect(rowsOf(expr)).toEqual({ join: 'all', rows: [whole] });
    expect(exprOf({ join: 'all', rows: [started] }, columns)).toBeNull();
    const nested = parse('x > 1 AND (x < 0 OR t = "a")', 'en');
    expect('expr' in nested && rowsOf(nested.expr)).toBeUndefined();
  });
});

test('a slip of the finger finds the name that was meant', () => {
  expect(nearest('Salario', ['salário', 'idade'])).toBe('salário');
  expect(nearest('idde', ['salário', 'idade'])).toBe('idade');
  expect(nearest('peso', ['salário', 'idade'])).toBeUndefined();
});

test('equal as JSON, whatever the order of members', () => {
  expect(isSame({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 })).toBe(true);
  expect(isSame({ a: 1 }, { a: 1, b: undefined })).toBe(false);
  expect(isSame([1], { 0: 1 })).toBe(false);
});
