import { expect, test } from 'vitest';
import type { NodeType } from '#schemas/types.ts';
import { types } from '../../../test/web/catalogue.ts';
import { categories, searchTypes } from './paletteSearch.ts';

const like = (type: string, more: Partial<NodeType>): NodeType => ({
  ...types[1]!,
  type,
  ...more,
});

const list: readonly NodeType[] = [
  like('neural-network', {
    category: 'learn',
    title: { en: 'Neural network', 'pt-BR': 'Rede neural' },
    synonyms: { en: ['deep learning'], 'pt-BR': ['aprendizado profundo'] },
  }),
  like('fill-missing', {
    category: 'clean',
    title: { en: 'Fill missing values', 'pt-BR': 'Preencher valores ausentes' },
    synonyms: { en: ['impute', 'NA'], 'pt-BR': ['imputar', 'média'] },
  }),
  like('csv-file', {
    category: 'collect',
    title: { en: 'CSV file', 'pt-BR': 'Arquivo CSV' },
    synonyms: { en: ['data'], 'pt-BR': ['dados'] },
    summary: { en: 'Reads a table. Missing values are found.', 'pt-BR': 'Lê uma tabela.' },
  }),
];

const found = (query: string, locale: 'en' | 'pt-BR' = 'pt-BR') =>
  searchTypes(list, query, locale).map(({ type }) => type);

test('without a query everything stands in the order of the work', () => {
  expect(found('')).toEqual(['csv-file', 'fill-missing', 'neural-network']);
  expect(new Set(categories).size).toBe(categories.length);
});

test.each([
  ['rede', 'neural-network'],
  ['REDE NEUR', 'neural-network'],
  ['deep', 'neural-network'],
  ['media', 'fill-missing'],
  ['missing', 'fill-missing'],
  ['csv', 'csv-file'],
  ['imput', 'fill-missing'],
])('%s finds %s, in either language, without accents', (query, first) => {
  expect(found(query)[0]).toBe(first);
  expect(found(query, 'en')[0]).toBe(first);
});

test('every word counts, and what nobody is called finds nothing', () => {
  expect(found('rede csv')).toEqual([]);
  expect(found('xyz')).toEqual([]);
  expect(found('.*')).toEqual([]);
});
