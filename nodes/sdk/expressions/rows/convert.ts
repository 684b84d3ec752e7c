import type { Want } from '../check/accept.ts';
import { cutToWhole, isWhole } from '../check/whole.ts';
import { MICROS_PER_DAY } from '../values/calendar.ts';
import { valueText } from '../values/valueText.ts';
import type { Evaluate, ExprType, Value } from '../types.ts';

/** The closure's value in the form that a function asks for; the closure itself where nothing has to be done. */
export function convertJs(evaluate: Evaluate, from: ExprType, to: Want): Evaluate {
  if (from === to || from === 'null') return evaluate;
  if (isWhole(to)) return present(evaluate, (value) => cutToWhole(value as number, to));
  if (to === 'textual') return from === 'text' ? evaluate : present(evaluate, valueText(from));
  if (from === 'date' && to === 'timestamp') {
    return present(evaluate, (days) => (days as number) * MICROS_PER_DAY);
  }
  if (from === 'timestamp' && to === 'date') {
    return present(evaluate, (micros) => Math.floor((micros as number) / MICROS_PER_DAY));
  }
  return evaluate;
}

function present(evaluate: Evaluate, convert: (value: Value) => Value): Evaluate {
  return (row) => {
    const value = evaluate(row);
    return value === null ? null : convert(value);
  };
}
