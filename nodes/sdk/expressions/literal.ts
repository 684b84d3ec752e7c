import { parseIsoDate, parseIsoTimestamp } from './values/isoText.ts';
import type { Cell, ExprType, Literal, ValueType } from './types.ts';

/** Whether a constant may stand for a value of the type: null always, dates as ISO text of a real day. */
export function literalFits(value: Literal, type: ValueType): boolean {
  if (value === null) return true;
  switch (type) {
    case 'bool':
      return typeof value === 'boolean';
    case 'int64':
      return Number.isSafeInteger(value);
    case 'float64':
      return typeof value === 'number' && Number.isFinite(value);
    case 'text':
      // A lone surrogate has no UTF-8 form, so no column could hold it.
      return typeof value === 'string' && value.isWellFormed();
    case 'date':
      return typeof value === 'string' && parseIsoDate(value) !== null;
    case 'timestamp':
      return typeof value === 'string' && parseIsoTimestamp(value) !== null;
  }
}

/** The row evaluator's form of a constant that fits its type. */
export function literalCell(value: Literal, type: ExprType): Cell {
  if (value === null) return null;
  if (type === 'date') return parseIsoDate(value as string);
  if (type === 'timestamp') return parseIsoTimestamp(value as string);
  return value;
}
