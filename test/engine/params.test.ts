import { describe, expect, test } from 'vitest';
import type { Json } from '#schemas/types.ts';
import { readFormula } from '#server/catalogue/readFormula.ts';
import { giveParameters } from '#server/engine/parameters.ts';
import { resolveParams } from '#server/engine/params.ts';

const values = (given: { readonly [name: string]: Json }) =>
  giveParameters(
    Object.entries(given).map(([name, value]) => ({ name, type: 'json', default: value })),
  );

const sum = {
  kind: 'call',
  fn: 'add',
  args: [
    { kind: 'column', name: 'x' },
    { kind: 'literal', value: 1.5, type: 'float64' },
  ],
};

describe('a formula given as text', () => {
  test('is read in its language, at any depth and by way of a parameter', () => {
    const portuguese = { $formula: 'x + 1,5', locale: 'pt-BR' };
    const params = {
      expression: portuguese,
      list: [{ expression: { $formula: 'x + 1.5', locale: 'en' } }],
      bound: { $param: 'formula' },
    };
    expect(resolveParams(params, values({ formula: portuguese }), readFormula)).toEqual({
      params: { expression: sum, list: [{ expression: sum }], bound: sum },
      errors: [],
    });
  });

  test('that cannot be read is refused in its place, whether or not values are known', () => {
    const unread = { $formula: 'x + ', locale: 'en' };
    const params = { list: [{ expression: unread }], bound: { $param: 'formula' } };
    const refused = { code: 'expression-ends-early', path: '/list/0/expression' };
    const { errors } = resolveParams(params, values({ formula: unread }), readFormula);
    expect(errors).toMatchObject([refused, { code: 'expression-ends-early', path: '/bound' }]);
    const before = resolveParams(params, undefined, readFormula);
    expect(before.errors).toMatchObject([refused]);
    expect(before.params['bound']).toEqual({ $param: 'formula' });
  });

  test('that is empty is no formula', () => {
    const params = { expression: { $formula: ' ', locale: 'en' } };
    expect(resolveParams(params, undefined, readFormula)).toEqual({
      params: { expression: null },
      errors: [],
    });
  });
});
