/** For tests of plans: short columns and tables. */
import type { Column, ValueType } from '#schemas/types.ts';
import { meaningOf } from './ops/project.ts';
import { Table } from './table.ts';

export function column(name: string, type: ValueType, more: Partial<Column> = {}): Column {
  return { name, type, meaning: meaningOf(type), role: 'feature', ...more };
}

/** People with all sorts of columns, as a snapshot of 100 rows. */
export function people(): Table {
  return Table.source({
    snapshot: 'people',
    rows: 100,
    columns: [
      column('id', 'int64', { role: 'id' }),
      column('name', 'text', { meaning: 'text', personal: 'name' }),
      column('age', 'int64'),
      column('income', 'float64'),
      column('city', 'text', { levels: ['Recife', 'São Paulo'] }),
      column('born', 'date'),
      column('left', 'bool', { role: 'target' }),
    ],
  });
}

export function names(table: Table): readonly string[] {
  return table.columns.map(({ name }) => name);
}
