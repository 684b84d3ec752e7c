import { expect, test } from 'vitest';
import { isShowable } from './showable.ts';

test('lists of what a control cannot hold are told from those that it can', () => {
  for (const widget of ['columns', 'choices'] as const) {
    expect(isShowable({ widget, schema: {} }, ['a', 5])).toBe(true);
    for (const value of [[null], [{ name: 5 }], ['a', []]]) {
      expect(isShowable({ widget, schema: {} }, value)).toBe(false);
    }
  }
  expect(isShowable({ widget: 'list', schema: {} }, [{}, { name: 5 }])).toBe(true);
  for (const value of [[null], ['a'], [[{}]]])
    expect(isShowable({ widget: 'list', schema: {} }, value)).toBe(false);
  expect(isShowable({ widget: 'text', schema: {} }, 5)).toBe(true);
  const matrix = { widget: 'json', schema: { items: { type: 'array' } } } as const;
  expect([isShowable(matrix, [[1]]), isShowable(matrix, [null])]).toEqual([true, false]);
});
