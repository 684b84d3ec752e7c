/** Types and meanings that a person set by hand. */
import type { Column, Meaning, ValueType } from '#schemas/types.ts';
import { EsteiraError } from '#schemas/errors.ts';
import { byColumn } from '#nodes/sdk/byColumn.ts';
import { col } from '#nodes/sdk/expressions/build.ts';
import type { Projection } from '#nodes/sdk/plan/types.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';
import { converted, type Spelling } from './convert.ts';

export interface KindSetting extends Spelling {
  readonly column: string;
  readonly type: ValueType | 'keep';
  readonly meaning: Meaning | 'keep';
}

/** Types whose values can have the meaning. */
const CARRIERS: { readonly [meaning in Meaning]: readonly ValueType[] } = {
  number: ['int64', 'float64', 'bool'],
  category: ['text', 'int64', 'float64', 'bool', 'date', 'timestamp'],
  text: ['text'],
  date: ['date', 'timestamp'],
  image: ['text'],
};

/** The table with its columns converted and described. */
export function withKinds(table: Table, settings: readonly KindSetting[]): Table {
  const named = byColumn(settings, 'types');
  return table.derive([...named].map(([name, setting]) => projection(table.need(name), setting)));
}

function projection(column: Column, setting: KindSetting): Projection {
  const type = setting.type === 'keep' ? column.type : setting.type;
  const { name } = column;
  if (setting.meaning === 'keep') return { name, expr: converted(column, type, setting) };
  if (!CARRIERS[setting.meaning].includes(type)) {
    const expected = CARRIERS[setting.meaning];
    throw new EsteiraError('column-wrong-type', { column: name, expected, found: type });
  }
  return { name, expr: converted(column, type, setting), meta: { meaning: setting.meaning } };
}

/** The target as a category or a number, whatever it was. */
export function targetProjection(column: Column, as: 'category' | 'number'): Projection {
  const { name, type } = column;
  const spelling: Spelling = { decimal: '.', format: '' };
  if (as === 'category') {
    // Yes and no are a category as they are; numbers and dates become their text, as a class is shown.
    const expr = type === 'bool' ? col(name) : converted(column, 'text', spelling);
    return { name, expr, meta: { meaning: 'category' } };
  }
  const expr = type === 'int64' ? col(name) : converted(column, 'float64', spelling);
  return { name, expr, meta: { meaning: 'number' } };
}
