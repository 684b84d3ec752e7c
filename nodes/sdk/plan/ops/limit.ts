/** `limit`: some rows in output order. */
import type { LimitPlan, Plan } from '../types.ts';
import { passing, type Op } from './op.ts';

export const limitOp: Op<LimitPlan> = {
  ...passing<LimitPlan>(() => []),
  kind: () => 'row-selecting',
};

/** `count` rows after the first `offset`. Throws a RangeError unless both are whole numbers from 0. */
export function limit(input: Plan, count: number, offset = 0): LimitPlan {
  for (const number of [count, offset]) {
    if (!Number.isSafeInteger(number) || number < 0) throw new RangeError(`not a count: ${number}`);
  }
  return Object.freeze({ op: 'limit', input, count, ...(offset > 0 ? { offset } : {}) });
}
