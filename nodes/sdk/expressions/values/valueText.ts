import { isoDate, isoTimestamp } from './isoText.ts';
import { numberText } from './numberText.ts';
import type { ExprType, Value } from '../types.ts';

/** How values of a type are written as text (`to_text`): true, 1.5, 2024-01-31, 2024-01-31 10:05:07.5. */
export function valueText(type: ExprType): (value: Value) => string {
  switch (type) {
    case 'float64':
      return (value) => numberText(value as number);
    case 'date':
      return (value) => isoDate(value as number);
    case 'timestamp':
      return (value) => isoTimestamp(value as number, ' ');
    default:
      return String;
  }
}
