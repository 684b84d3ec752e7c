import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { print } from '#nodes/sdk/expressions/text/print.ts';
import { parse } from '#nodes/sdk/expressions/text/parse.ts';
import { publishNodes } from '#server/catalogue/publish.ts';
import type { Column } from '#schemas/types.ts';
import { fitting, newName } from './bindings.ts';
import { checkParams } from './checks.ts';
import { exprOf, operatorsOf, rowsOf, type Row } from './conditions.ts';
import { fieldsOf } from './fields.ts';
import { nearest } from './nearest.ts';
import { readNumber, writeNumber } from './numberText.ts';
import { isDefault, isSame, isShown, newItem, valueOf } from './values.ts';

const types = await publishNodes();
const typeNamed = (name: string) => types.find(({ type }) => type === name)!;
const column = (name: string, type: Column['type'] = 'float64'): Column => ({
  name,
  type,
  meaning: type === 'text' ? 'category' : 'number',
  role: 'feature',
});

describe('fields', () => {
  test.each(types.map(({ type }) => type))(
    '%s has a title, a widget and a fitting default',
    (name) => {
      const type = typeNamed(name);
      for (const locale of ['en', 'pt-BR'] as const) {
        for (const field of fieldsOf(type, locale)) {
          expect(field.title).not.toBe('');
          expect(isDefault(field, {})).toBe(true);
          if (field.widget === 'choice') {
            expect(field.choices.map(({ value }) => value)).toContain(valueOf(field, {}));
          }
        }
      }
      // What a new node holds is never marked as wrong.
      expect(checkParams(fieldsOf(type, 'en'), {}, undefined)).toEqual([]);
    },
  );

  test('speak the language of the reader, in lists and choices too', () => {
    const [layers, activation] = fieldsOf(typeNamed('neural-network'), 'pt-BR');
    expect(layers).toMatchObject({ widget: 'list', title: 'Camadas ocultas' });
    expect(layers!.items).toMatchObject([{ name: 'units', title: 'Unidades', widget: 'number' }]);
    expect(newItem(layers!.items)).toEqual({ units: 32 });
    expect(activation!.choices).toContainEqual({ value: 'sigmoid', label: 'Sigmoide' });
    expect(fieldsOf(typeNamed('date-parts'), 'en')[1]!.widget).toBe('choices');
  });

  test('show only where what they depend on says so, or only a run knows it', () => {
    const fields = fieldsOf(typeNamed('split-data'), 'en');
    const shown = (params: object) =>
      fields.filter((field) => isShown(field, fields, { ...params })).map(({ name }) => name);
    expect(shown({})).toEqual(['into', 'train', 'validation', 'by']);
    expect(shown({ into: 'folds', by: 'group' })).toEqual(['into', 'folds', 'by', 'group']);
    expect(shown({ into: { $param: 'how' } })).toContain('folds');
  });
});

describe('checks', () => {
  const issues = (params: object, columns?: readonly Column[], name = 'neural-network') =>
    checkParams(fieldsOf(typeNamed(name), 'en'), { ...params }, columns).map(
      ({ path, code }) => `${path} ${code}`,
    );

  test('of numbers know bounds, whole numbers and gaps', () => {
    expect(issues({ epochs: 0 })).toEqual(['/epochs too-small']);
    expect(issues({ epochs: 20_000 })).toEqual(['/epochs too-large']);
    expect(issues({ epochs: 1.5 })).toEqual(['/epochs not-whole']);
    expect(issues({ learningRate: 0 })).toEqual(['/learningRate not-above']);
    expect(issues({ dropout: null })).toEqual(['/dropout required']);
    expect(issues({ layers: [{ units: 8 }, { units: -1 }] })).toEqual([
      '/layers/1/units too-small',
    ]);
    expect(issues({ epochs: { $param: 'e' } })).toEqual([]);
  });

  test('of texts know patterns', () => {
    expect(issues({ name: 'a/b' }, undefined, 'save-data')).toEqual(['/name pattern']);
    expect(issues({ name: '' }, undefined, 'save-data')).toEqual(['/name required']);
  });

  test('of columns know what reaches the node, and what was meant', () => {
    const columns = [column('idade'), column('cidade', 'text')];
    expect(issues({ columns: ['idade'] }, columns, 'scale')).toEqual([]);
    expect(issues({ columns: ['idade', 'cidade'] }, columns, 'scale')).toEqual([
      '/columns/1 unfit-column',
    ]);
    expect(issues({ columns: ['Idáde'] }, columns, 'scale')).toEqual([
      '/columns/0 misspelt-column',
    ]);
    expect(issues({ columns: ['zzz'] }, columns, 'scale')).toEqual(['/columns/0 unknown-column']);
    const family: Column = { ...column('cidade='), presence: 'many' };
    expect(issues({ columns: ['zzz'] }, [...columns, family], 'scale')).toEqual([]);
  });
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

test('a parameter fits a field of its kind, and a new one has a name of its own', () => {
  const [field] = fieldsOf(typeNamed('logistic-regression'), 'en');
  const parameters = [
    { name: 'c', type: 'integer' },
    { name: 'city', type: 'text' },
  ] as const;
  expect(fitting(field!, parameters).map(({ name }) => name)).toEqual(['c']);
  expect(newName('c', parameters)).toBe('c2');
});
