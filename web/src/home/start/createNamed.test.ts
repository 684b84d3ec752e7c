import { expect, test } from 'vitest';
import { freshName } from './createNamed.ts';

test('a name is numbered where it is taken, from 2 on, and never grows too long', () => {
  expect(freshName('Churn', [])).toBe('Churn');
  expect(freshName('Churn', ['Churn 2', 'churn'])).toBe('Churn');
  expect(freshName('Churn', ['Churn', 'Churn (3)'])).toBe('Churn (2)');
  expect(freshName('Churn', ['Churn', 'Churn (2)', 'Churn (3)'])).toBe('Churn (4)');
  const long = 'x'.repeat(200);
  expect(freshName(long, [long])).toBe(`${'x'.repeat(196)} (2)`);
});
