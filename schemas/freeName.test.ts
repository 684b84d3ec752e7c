import { expect, test } from 'vitest';
import { freeName } from './freeName.ts';

test('a name is numbered where it is taken, from 2 on, and never grows too long', () => {
  const named = (wanted: string, ...taken: readonly string[]) => freeName(wanted, new Set(taken));
  expect(named('Churn')).toBe('Churn');
  expect(named('Churn', 'Churn 2', 'churn')).toBe('Churn');
  expect(named('Churn', 'Churn', 'Churn (3)')).toBe('Churn (2)');
  expect(named('Churn', 'Churn', 'Churn (2)', 'Churn (3)')).toBe('Churn (4)');
  expect(named('Churn (2)', 'Churn', 'Churn (2)')).toBe('Churn (3)');
  expect(named('Vendas 2023', 'Vendas 2023')).toBe('Vendas 2023 (2)');
  const long = 'x'.repeat(200);
  expect(named(long, long)).toBe(`${'x'.repeat(196)} (2)`);
  const drawn = '📈'.repeat(200);
  expect(named(drawn, drawn)).toBe(`${'📈'.repeat(196)} (2)`);
});
