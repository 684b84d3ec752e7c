import { describe, expect, test } from 'vitest';
import {
  checkParameter,
  isFormulaText,
  isParamRef,
  paramRefs,
  readParameterText,
} from './parameters.ts';
import type { Parameter } from './types.ts';

describe('references', () => {
  const params = {
    a: { $param: 'rate' },
    list: [{ $param: 'file' }, { inner: { $param: 'rate' } }],
    plain: { $param: 'rate', more: 1 },
    odd: { $param: 3 },
  };

  test('are objects with nothing else in them', () => {
    expect(isParamRef({ $param: 'x' })).toBe(true);
    for (const other of [{ $param: 'x', y: 1 }, { $param: 1 }, [], null, '$param']) {
      expect(isParamRef(other)).toBe(false);
    }
    expect(paramRefs(params)).toEqual(['rate', 'file']);
  });
});

test('the text of a formula is told from all else', () => {
  expect(isFormulaText({ $formula: 'x +', locale: 'pt-BR' })).toBe(true);
  const others = [
    { $formula: 'x +' },
    { $formula: 1, locale: 'en' },
    { $formula: '', locale: 'fr' },
  ];
  for (const other of [...others, { $formula: '', locale: 'en', more: 1 }, null, 'x +']) {
    expect(isFormulaText(other)).toBe(false);
  }
});

describe('values', () => {
  const hash = 'a'.repeat(64);
  const cases: readonly [Parameter['type'], readonly unknown[], readonly unknown[]][] = [
    ['text', ['', 'x'], [1, null]],
    ['column', ['age'], [['age']]],
    ['number', [1.5, -1], ['1', Number.NaN, Infinity]],
    ['integer', [3], [3.5, '3', 2 ** 60]],
    ['boolean', [false], ['false', 0]],
    ['columns', [[], ['a']], ['a', [1]]],
    ['dataset', [{ dataset: 'a', hash }], ['a.csv', { dataset: 'a' }, { dataset: 'a', hash: 'b' }]],
    ['json', [null, {}, 0], []],
  ];

  test.each(cases)('%s', (type, good, bad) => {
    const parameter = { name: 'p', type };
    for (const value of good) expect(checkParameter(parameter, value)).toBeUndefined();
    for (const value of bad) {
      expect(checkParameter(parameter, value)?.code).toBe('parameter-wrong-type');
    }
  });

  test('a value of the wrong type is told with the type that is needed', () => {
    expect(checkParameter({ name: 'rate', type: 'number' }, 'fast')?.message).toBe(
      'The parameter “rate” is "fast", and it must be a number.',
    );
  });

  test.each<[Parameter['type'], string, unknown]>([
    ['text', '3', '3'],
    ['column', 'true', 'true'],
    ['number', '1.5', 1.5],
    ['integer', '3', 3],
    ['boolean', 'true', true],
    ['columns', 'age, income', ['age', 'income']],
    ['columns', '["a,b"]', ['a,b']],
    ['json', '{"a": 1}', { a: 1 }],
    ['number', 'three', 'three'],
  ])('%s is read from the text %s', (type, text, value) => {
    expect(readParameterText({ name: 'p', type }, text)).toEqual(value);
  });
});
