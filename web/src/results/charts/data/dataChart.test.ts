import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Column } from '#schemas/types.ts';
import { asks, columnsFor, firstChoice } from './dataChart.ts';

const anyColumns = fc.uniqueArray(
  fc.record({
    name: fc.string({ minLength: 1, maxLength: 5 }),
    type: fc.constantFrom<Column['type'][]>(
      'bool',
      'int64',
      'float64',
      'text',
      'date',
      'timestamp',
    ),
    meaning: fc.constantFrom<Column['meaning'][]>('number', 'category', 'text', 'date'),
    role: fc.constantFrom<Column['role'][]>('feature', 'target'),
  }),
  { minLength: 1, maxLength: 6, selector: ({ name }) => name },
);

test('the first picture is of columns that its kind lets a person choose', () => {
  fc.assert(
    fc.property(anyColumns, (columns) => {
      const choice = firstChoice(columns);
      for (const place of asks[choice.kind]) {
        const names = columnsFor(choice.kind, place, columns).map(({ name }) => name);
        if (choice[place] !== '' || place !== 'by') expect(names).toContain(choice[place]);
      }
    }),
  );
});
