import { expect, test } from 'vitest';
import type { Column, TableSchema } from '#schemas/types.ts';
import { NODES_DIR } from '#server/catalogue/load.ts';
import { pipeline } from '../../../../test/support/fakeNodes/pipeline.ts';
import { actor, sharedServices } from '../../../../test/support/services.ts';
import { cellRows, judgedBy, worstRows } from './judged.ts';

const shared = sharedServices({ command: true, nodesDir: NODES_DIR });

const column = (name: string, role: Column['role'], type: Column['type']): Column => ({
  name,
  type,
  role,
  meaning: 'category',
});
const schema = (type: Column['type'], predicted = type): TableSchema => ({
  columns: [
    column('x', 'feature', 'float64'),
    column('bought', 'target', type),
    column('bought (prediction)', 'prediction', predicted),
  ],
});
const literalsOf = (value: unknown): unknown[] =>
  [...JSON.stringify(value).matchAll(/"value":("[^"]*"|[^,}]*)/g)].map(([, text]): unknown =>
    JSON.parse(text ?? 'null'),
  );

test('classes are compared as what the columns hold', () => {
  const rows = (type: Column['type'], predicted?: Column['type'], ...labels: string[]) => {
    const judged = judgedBy(schema(type, predicted));
    return judged && cellRows(judged, labels[0]!, labels[1]!);
  };
  expect(literalsOf(rows('text', undefined, 'yes', 'no'))).toEqual(['yes', 'no']);
  expect(literalsOf(rows('bool', undefined, 'true', 'false'))).toEqual([true, false]);
  expect(literalsOf(rows('int64', 'text', '1', '0'))).toEqual([1, '0']);
  expect(rows('date', 'text', '19000', '0')).toBeUndefined();
  expect(judgedBy({ columns: [column('x', 'target', 'text')] })).toBeUndefined();
});

test('only numbers have errors to put in order', () => {
  const numbers = judgedBy(schema('int64', 'float64'));
  const worst = numbers && worstRows(numbers);
  expect(worst).toMatchObject({ part: 'test', order: [{ descending: true }] });
  const words = judgedBy(schema('text'));
  expect(words && worstRows(words)).toBeUndefined();
});

test('the server finds these rows: a cell’s, and the worst estimates first', async () => {
  const columns = [
    { name: 'is', type: 'category' },
    { name: 'was', type: 'category' },
    { name: 'real', type: 'number' },
    { name: 'said', type: 'number' },
  ];
  const rows = [
    ['yes', 'yes', 10, 11],
    ['yes', 'no', 10, 4],
    ['no', 'no', 10, null],
    ['no', 'yes', 10, 13],
  ];
  const document = pipeline({ nodes: { data: ['manual-table', { columns, rows }] } });
  const ask = async (narrowing: object | undefined) => {
    const request = { document, node: 'data', port: 'table', ...narrowing };
    const seen = await shared.esteira.previews.rows(actor, request);
    return seen.kind === 'table' ? seen.rows : [];
  };
  const classes = {
    target: column('is', 'target', 'text'),
    prediction: column('was', 'prediction', 'text'),
  };
  expect(await ask(cellRows(classes, 'yes', 'no'))).toEqual([rows[1]]);
  const numbers = {
    target: column('real', 'target', 'float64'),
    prediction: column('said', 'prediction', 'float64'),
  };
  const worst = await ask(worstRows(numbers));
  expect(worst.map(([, , , said]) => said)).toEqual([4, 13, 11]);
});

test('rows that were made ready for a model are shown as they came, what is asked for first', async () => {
  const columns = [
    { name: 'age', type: 'number' },
    { name: 'city', type: 'category' },
    { name: 'bought', type: 'category' },
  ];
  const rows = [
    [30, 'Recife', 'yes'],
    [50, 'Olinda', 'no'],
  ];
  const document = pipeline({
    nodes: {
      data: ['manual-table', { columns, rows }],
      roles: ['set-roles', { target: 'bought' }],
      coded: ['encode-categories'],
      scaled: ['scale'],
    },
    wires: ['data.table > roles.table', 'roles.table > coded.table', 'coded.table > scaled.table'],
  });
  const bought = column('bought', 'target', 'text');
  const found = cellRows({ target: bought, prediction: bought }, 'no', 'no');
  const request = { document, node: 'scaled', port: 'table', ...found };
  const seen = await shared.esteira.previews.rows(actor, request);
  expect(seen).toMatchObject({ kind: 'table', rows: [['no', 50, 'Olinda']], rowCount: 1 });
});
