import { expect, test } from 'vitest';
import { apart } from './useText.ts';

test('a name that turns the direction of writing is set apart; all else is said as it is', () => {
  const values = { name: '\u202Eكتاب', other: 'espécie', count: 2, when: undefined };
  expect(apart(values)).toEqual({ ...values, name: '\u2068\u202Eكتاب\u2069' });
  expect(apart()).toEqual({});
});
