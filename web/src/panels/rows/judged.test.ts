import { expect, test } from 'vitest';
import type { Column, TableSchema } from '#schemas/types.ts';
import { cellRows, judgedBy, worstRows } from './judged.ts';

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
