import { expect, test } from 'vitest';
import { matches } from './matches.ts';

test('words are found in any order, without accents or capitals; nothing typed finds all', () => {
  expect(matches('Prever situação (Março)', 'marco SITUACAO')).toBe(true);
  expect(matches('Prever situação', 'situacao abril')).toBe(false);
  expect(matches('anything', '')).toBe(true);
});
