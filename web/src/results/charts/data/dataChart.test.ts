import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Column } from '#schemas/types.ts';
import { asks, columnsFor, firstChoice, ofKind } from './dataChart.ts';
import { inWords, labelsOf } from './sample.ts';

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
      const offered = asks[choice.kind].map((place) => {
        const names = columnsFor(choice.kind, place, columns).map(({ name }) => name);
        return [...names, ...(place === 'by' ? [''] : [])].includes(choice[place]);
      });
      expect(offered).not.toContain(false);
    }),
  );
});

test('another kind keeps the columns that it can show, and a line runs along the date', () => {
  const column = (name: string, type: Column['type']): Column => ({
    name,
    type,
    meaning: type === 'date' ? 'date' : 'number',
    role: 'feature',
  });
  const columns = [column('units', 'int64'), column('day', 'date'), column('price', 'float64')];
  const first = firstChoice(columns);
  expect(first).toMatchObject({ kind: 'histogram', x: 'units', y: 'price' });
  expect(ofKind('line', first, columns)).toMatchObject({ kind: 'line', x: 'day', y: 'price' });
  expect(ofKind('scatter', first, columns)).toMatchObject({ x: 'units', y: 'price' });
  const line = ofKind('line', first, columns);
  expect(ofKind('histogram', line, columns)).toMatchObject({ x: 'units' });
});

test('yes and no are told in the words of the reader', () => {
  const sample = {
    columns: [{ name: 'paid', type: 'bool', meaning: 'category', role: 'feature' } as Column],
    rows: [[true], [false], [null]],
  };
  expect(labelsOf(inWords(sample, { yes: 'sim', no: 'não' }), 'paid')).toEqual([
    'sim',
    'não',
    null,
  ]);
});
