import { expect, test } from 'vitest';
import { barsOf } from './MiniChart.tsx';

const x = {
  type: 'text',
  scale: 'category',
  groups: [{ value: 'a' }, { value: 'b' }, { value: 'c' }],
} as const;

test('bars stand on the lower edge; those below nothing hang from where nothing is', () => {
  const up = barsOf({
    x,
    rows: [
      [0, 4],
      [1, 2],
      [1, 2],
      [2, 1],
    ],
  });
  expect(up).toBe(
    'M0.0 16.0v-16.0h34.0V16.0ZM40.0 16.0v-16.0h34.0V16.0ZM80.0 16.0v-4.0h34.0V16.0Z',
  );
  const both = barsOf({
    x,
    rows: [
      [0, 6],
      [1, -2],
      [2, 0],
    ],
  });
  expect(both).toBe('M0.0 12.0v-12.0h34.0V12.0ZM40.0 12.0v4.0h34.0V12.0ZM80.0 12.0v0.0h34.0V12.0Z');
});
