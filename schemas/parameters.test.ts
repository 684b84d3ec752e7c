import { describe, expect, test } from 'vitest';
import {
  isParamRef,
  parameterValues,
  paramRefs,
  readParameterText,
  resolveParamRefs,
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

  test('are replaced wherever they stand, and the original stays', () => {
    const before = structuredClone(params);
    const values = new Map<string, unknown>([
      ['rate', 0.1],
      ['file', { dataset: 'a', hash: 'b' }],
    ]);
    expect(resolveParamRefs(params, values)).toEqual({
      a: 0.1,
      list: [{ dataset: 'a', hash: 'b' }, { inner: 0.1 }],
      plain: { $param: 'rate', more: 1 },
      odd: { $param: 3 },
    });
    expect(params).toEqual(before);
  });

  test('to a parameter that there is not are an error, whatever its name', () => {
    for (const $param of ['gone', 'constructor', '__proto__']) {
      expect(() => resolveParamRefs({ x: { $param } }, new Map([['rate', 1]]))).toThrow(
        expect.objectContaining({
          code: 'parameter-unknown',
          params: { parameter: $param, known: ['rate'] },
        }),
      );
    }
  });

  test('do not let a key reach the prototype', () => {
    const hostile = JSON.parse('{"__proto__": {"polluted": {"$param": "rate"}}}') as object;
    const resolved = resolveParamRefs(hostile, new Map([['rate', 1]]));
    expect(Object.hasOwn(resolved, '__proto__')).toBe(true);
    expect(resolved).not.toHaveProperty('polluted');
  });
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
    const parameters = [{ name: 'p', type }];
    for (const value of good) {
      expect(parameterValues(parameters, new Map([['p', value]])).get('p')).toBe(value);
    }
    for (const value of bad) {
      expect(() => parameterValues(parameters, new Map([['p', value]]))).toThrow(
        expect.objectContaining({ code: 'parameter-wrong-type' }),
      );
    }
  });

  test('come from the default where none is given, and one must come', () => {
    const parameters: Parameter[] = [{ name: 'a', type: 'number', default: 2 }];
    expect(parameterValues(parameters, new Map())).toEqual(new Map([['a', 2]]));
    expect(() => parameterValues([{ name: 'b', type: 'text' }], new Map())).toThrow(
      expect.objectContaining({ code: 'parameter-without-value' }),
    );
    expect(() => parameterValues(parameters, new Map([['x', 1]]))).toThrow(
      expect.objectContaining({ code: 'parameter-unknown' }),
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
