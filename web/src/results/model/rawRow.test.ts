import { expect, test } from 'vitest';
import type { Column, ValueType } from '#schemas/types.ts';
import { readRow, typedRow, unseenIn } from './rawRow.ts';

const column = (name: string, type: ValueType): Column => ({
  name,
  type,
  meaning: 'number',
  role: 'feature',
});
const inputs = [
  column('amount', 'float64'),
  column('count', 'int64'),
  column('text', 'text'),
  column('flag', 'bool'),
];

test('numbers are read as the reader’s language writes them; an empty field is missing', () => {
  const typed = { amount: ' 38,5 ', count: '', text: '12', flag: 'true' };
  const row = { amount: 38.5, count: null, text: '12', flag: true };
  expect(readRow(inputs, typed, 'pt-BR')).toEqual({ row, bad: [] });
  const { row: inEnglish } = readRow(inputs, { ...typed, amount: '-1.5' }, 'en');
  expect(inEnglish['amount']).toBe(-1.5);
});

test('what is no number, or no whole one, is told by its column', () => {
  const typed = { amount: 'trinta', count: '1,5', text: 'x', flag: '' };
  expect(readRow(inputs, typed, 'pt-BR').bad).toEqual(['amount', 'count']);
});

test('an example is written so that it is read as it was', () => {
  const example = { amount: 1234.5, count: 0, text: '12', flag: false };
  for (const locale of ['en', 'pt-BR'] as const) {
    const typed = typedRow(inputs, example, locale);
    expect(readRow(inputs, typed, locale)).toEqual({ row: example, bad: [] });
  }
  expect(typedRow(inputs, null, 'en')).toEqual({ amount: '', count: '', text: '', flag: '' });
});

test('a category that the model never saw is told, a gap and a free text are not', () => {
  const columns = [{ ...column('state', 'text'), levels: ['KS', 'OH'] }, column('text', 'text')];
  const unseen = (state: string) => unseenIn(columns, { state, text: 'anything' });
  expect(unseen(' Narnia ')).toEqual([{ name: 'state', text: 'Narnia' }]);
  expect([unseen('OH'), unseen('')]).toEqual([[], []]);
});
