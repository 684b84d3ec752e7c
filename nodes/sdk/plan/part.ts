/** The condition that selects some parts of a split table. */
import type { Partition } from '#schemas/types.ts';
import { call, col, lit } from '../expressions/build.ts';
import type { Expr } from '../expressions/types.ts';
import { PART } from './types.ts';

/** Undefined where all rows are meant: every row of a table with folds is there to be learned from. */
export function partCondition(
  partition: Partition,
  parts: readonly (string | number)[],
): Expr | undefined {
  if (partition.kind === 'folds') {
    if (parts.includes('train')) return undefined;
    return oneOf(parts.filter((part) => typeof part === 'number'));
  }
  return oneOf(parts.filter((part) => typeof part === 'string'));
}

function oneOf(parts: readonly (string | number)[]): Expr {
  if (parts.length === 0) return lit(false);
  return parts.length === 1 ? call('eq', col(PART), parts[0]!) : call('in', col(PART), ...parts);
}
