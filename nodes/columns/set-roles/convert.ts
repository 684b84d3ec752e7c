/** A column's values as another type. What cannot be read as that type becomes missing. */
import type { Column, ValueType } from '#schemas/types.ts';
import { EsteiraError } from '#schemas/errors.ts';
import { call, col, lookup } from '#nodes/sdk/expressions/build.ts';
import { daysSinceEpoch, EPOCH } from '#nodes/sdk/expressions/daysSinceEpoch.ts';
import type { Expr } from '#nodes/sdk/expressions/types.ts';

/** How texts are written: the decimal sign of numbers, the format of dates. */
export interface Spelling {
  readonly decimal: '.' | ',';
  readonly format: string;
}

const YES = ['true', 't', 'yes', 'y', '1', 'sim', 's', 'verdadeiro', 'v'];
const NO = ['false', 'f', 'no', 'n', '0', 'não', 'nao', 'falso'];

/** Throws `column-wrong-type` where no value of the column's type could become one of the other. */
export function converted(column: Column, to: ValueType, spelling: Spelling): Expr {
  const value = col(column.name);
  if (column.type === to) return value;
  switch (to) {
    case 'text':
      return call('to_text', value);
    case 'float64':
      return asNumber(column, spelling);
    case 'int64':
      return isMoment(column.type)
        ? call('days_between', EPOCH, value)
        : call('to_integer', asNumber(column, spelling));
    case 'bool':
      return asBool(column);
    case 'date':
      return column.type === 'timestamp'
        ? call('add_days', EPOCH, call('days_between', EPOCH, value))
        : call('to_date', written(column, to), spelling.format);
    case 'timestamp':
      return column.type === 'date'
        ? call('to_timestamp', call('to_text', value), 'yyyy-mm-dd')
        : call('to_timestamp', written(column, to), spelling.format);
  }
}

const isMoment = (type: ValueType): boolean => type === 'date' || type === 'timestamp';

function asNumber({ name, type }: Column, { decimal }: Spelling): Expr {
  if (isMoment(type)) return daysSinceEpoch(col(name));
  return type === 'text' ? call('to_number', col(name), decimal) : call('to_number', col(name));
}

function asBool({ name, type }: Column): Expr {
  if (isMoment(type)) throw wrongType(name, 'bool', type);
  if (type !== 'text') return call('ne', col(name), 0);
  const words = [
    ...YES.map((word) => [word, true] as const),
    ...NO.map((word) => [word, false] as const),
  ];
  return lookup(call('lower', call('trim', col(name))), words, 'bool');
}

/** A date as somebody wrote it: a text, or digits such as 20240131 that were taken for a number. */
function written({ name, type }: Column, to: ValueType): Expr {
  if (type === 'text') return col(name);
  if (type === 'bool') throw wrongType(name, to, type);
  return call('to_text', call('to_integer', col(name)));
}

function wrongType(column: string, to: ValueType, found: ValueType): EsteiraError {
  const expected = to === 'bool' ? ['text', 'int64', 'float64'] : ['text', 'int64', 'date'];
  return new EsteiraError('column-wrong-type', { column, expected, found });
}
