import { expect, test } from 'vitest';
import type { Column, ValueType } from '#schemas/types.ts';
import type { DatasetInspection } from '../../api.ts';
import { candidatesOf, inOrder, isAmbiguous, likelyTarget, taskFor, taskOf } from './candidates.ts';

type Given = readonly [name: string, type: ValueType, distinct: number, more?: Partial<Column>];

function inspection(
  given: readonly Given[],
  identifiers: readonly string[] = [],
): DatasetInspection {
  const columns = given.map(([name, type, , more]): Column => {
    const meaning = type === 'text' ? 'category' : type === 'date' ? 'date' : 'number';
    return { name, type, meaning, role: 'feature', ...more };
  });
  const counts = given.map(([name, , distinct]) => ({ name, missing: 0, distinct }));
  const found = { columns: counts, identifiers };
  return { schema: { columns }, rows: [], rowCount: 500, notes: [], found };
}

const likely = (...given: readonly Given[]): string | undefined =>
  likelyTarget(candidatesOf(inspection(given)))?.name;

test('a telling name wins, in either language, within a longer one, with accents', () => {
  expect(likely(['species', 'text', 3], ['island', 'text', 3])).toBe('species');
  expect(likely(['Sale_Price', 'float64', 400], ['zone', 'text', 4])).toBe('Sale_Price');
  expect(likely(['MS_SubClass', 'text', 16], ['Sale_Price', 'int64', 400])).toBe('Sale_Price');
  expect(likely(['MaritalStatus', 'text', 3], ['left', 'text', 2])).toBe('left');
  expect(likely(['Class', 'text', 4], ['colour', 'text', 4])).toBe('Class');
  expect(likely(['Situação', 'text', 3], ['uf', 'text', 27])).toBe('Situação');
  expect(
    likely(['Unit Price', 'float64', 90], ['Returned', 'text', 2], ['Region', 'text', 4]),
  ).toBe('Returned');
  expect(likely(['date', 'date', 500], ['holiday', 'int64', 2], ['demand_kwh', 'int64', 400])).toBe(
    'demand_kwh',
  );
});

test('without one, the last category with few classes; without any, the last number', () => {
  expect(
    likely(['city', 'text', 90], ['sex', 'text', 2], ['plan', 'text', 4], ['age', 'float64', 60]),
  ).toBe('plan');
  expect(likely(['a', 'float64', 300], ['b', 'float64', 300])).toBe('b');
});

test('what names a row or a person, a date, free text and a constant are no targets', () => {
  const columns = candidatesOf(
    inspection(
      [
        ['code', 'int64', 500],
        ['who', 'text', 400, { personal: 'name' }],
        ['seen', 'date', 200],
        ['remarks', 'text', 480, { meaning: 'text' }],
        ['same', 'text', 1],
      ],
      ['code'],
    ),
  );
  expect(columns.map(({ isPredictable }) => isPredictable)).not.toContain(true);
  expect(likelyTarget(columns)).toBeUndefined();
});

test('a grade is a category unless the person says otherwise', () => {
  const [grade, amount, kind] = candidatesOf(
    inspection([
      ['grade', 'int64', 5],
      ['amount', 'float64', 300],
      ['kind', 'text', 3],
    ]),
  );
  expect([grade!, amount!, kind!].map(taskFor)).toEqual([
    'classification',
    'regression',
    'classification',
  ]);
  expect([grade!, amount!, kind!].map(isAmbiguous)).toEqual([true, false, false]);
});

test('the suggestion stands first, what cannot be predicted last', () => {
  const columns = candidatesOf(
    inspection(
      [
        ['code', 'int64', 500],
        ['size', 'float64', 90],
        ['kind', 'text', 3],
        ['seen', 'date', 200],
      ],
      ['code'],
    ),
  );
  const names = inOrder(columns, 'kind').map(({ name }) => name);
  expect(names).toEqual(['kind', 'size', 'code', 'seen']);
});

test('a template that estimates numbers offers numbers, one that predicts categories no amounts', () => {
  const given = inspection([
    ['species', 'text', 3],
    ['mass', 'float64', 300],
    ['year', 'int64', 3],
    ['seen', 'bool', 2],
  ]);
  const offered = (template: string): readonly (string | undefined)[] => {
    const columns = candidatesOf(given, taskOf(template));
    const able = columns.filter((column) => column.isPredictable).map(({ name }) => name);
    return [likelyTarget(columns, taskOf(template))?.name, ...able];
  };
  expect(offered('regress')).toEqual(['mass', 'mass', 'year']);
  expect(offered('classify')).toEqual(['species', 'species', 'year', 'seen']);
});
