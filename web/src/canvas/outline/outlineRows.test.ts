import { expect, test } from 'vitest';
import type { Column } from '#schemas/types.ts';
import { testNode, testPipeline, testWire, typesByName } from '../../../../test/web/catalogue.ts';
import { openDocument } from '../../store/document.ts';
import { outlineRows, searchRows } from './outlineRows.ts';

const pipeline = testPipeline(
  [
    testNode('late', 'split'),
    testNode('round', 'filter'),
    testNode('early', 'source', { label: 'Vendas de março' }),
    testNode('again', 'filter'),
  ],
  [testWire('early', 'late'), testWire('round', 'again'), testWire('again', 'round')],
);
const document = openDocument('p', pipeline);
const rows = outlineRows(document, { types: typesByName }, 'en');
const column = (name: string): Column => ({
  name,
  type: 'text',
  meaning: 'text',
  role: 'feature',
});
const schemas = { early: { table: { columns: [column('Idade'), column('cidade')] } } };
const found = (query: string) =>
  searchRows(rows, query, schemas).map((row) => [row.node.id, row.column]);

test('every node stands in the order of the run, those on a circle last', () => {
  expect(rows.map(({ node }) => node.id)).toEqual(['early', 'late', 'round', 'again']);
  expect(rows.map(({ title }) => title)).toEqual(['Vendas de março', 'split', 'filter', 'filter']);
});

test.each([
  ['', ['early', 'late', 'round', 'again']],
  ['marco vendas', ['early']],
  ['FILTER', ['round', 'again']],
  ['nothing like it', []],
])('a search for “%s” finds %j by name and kind', (query, ids) => {
  expect(found(query).map(([id]) => id)).toEqual(ids);
});

test('a search finds the node that gives a column, and says which', () => {
  expect(found('idade')).toEqual([['early', 'Idade']]);
});
