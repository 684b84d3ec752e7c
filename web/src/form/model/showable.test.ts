import { expect, test } from 'vitest';
import { isShowable } from './showable.ts';

test('lists of what a control cannot hold are told from those that it can', () => {
  for (const widget of ['columns', 'choices'] as const) {
    expect(isShowable({ widget }, ['a', 5])).toBe(true);
    for (const value of [[null], [{ name: 5 }], ['a', []]]) {
      expect(isShowable({ widget }, value)).toBe(false);
    }
  }
  expect(isShowable({ widget: 'list' }, [{}, { name: 5 }])).toBe(true);
  for (const value of [[null], ['a'], [[{}]]])
    expect(isShowable({ widget: 'list' }, value)).toBe(false);
  expect(isShowable({ widget: 'text' }, 5)).toBe(true);
});
