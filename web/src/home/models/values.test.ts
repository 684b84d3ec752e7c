import { expect, test } from 'vitest';
import type { Column, ValueType } from '#schemas/types.ts';
import { textOf, valueOf } from './values.ts';

const column = (type: ValueType): Column => ({
  name: 'x',
  type,
  meaning: 'number',
  role: 'feature',
});

test('numbers are read with a comma or a point; an empty field is missing; other words stay for the server to judge', () => {
  expect(valueOf(column('float64'), ' 38,5 ')).toBe(38.5);
  expect(valueOf(column('float64'), '-1e3')).toBe(-1000);
  expect(valueOf(column('int64'), '')).toBe(null);
  expect(valueOf(column('int64'), 'trinta')).toBe('trinta');
  expect(valueOf(column('text'), '12')).toBe('12');
  expect(valueOf(column('bool'), 'true')).toBe(true);
  expect(textOf(null)).toBe('');
  expect(textOf(0)).toBe('0');
});
