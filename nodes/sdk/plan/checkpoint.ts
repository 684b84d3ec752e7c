/** The plan of a snapshot that holds a plan's rows. */
import { columnsOfPlan, traitsOf } from './schema.ts';
import type { Plan, SourcePlan } from './types.ts';

/**
 * What takes the place of `plan` once its rows are written, with `$row` and, where it has them, `$part` and `$order`.
 * Identities that later operations derive are the same as from `plan` itself.
 */
export function checkpoint(plan: Plan, written: { snapshot: string; rows: number }): SourcePlan {
  const { partition, order, rowLimit } = traitsOf(plan);
  return Object.freeze({
    op: 'source',
    snapshot: written.snapshot,
    columns: columnsOfPlan(plan),
    rows: written.rows,
    ownRow: true,
    ...(rowLimit === null ? {} : { rowLimit }),
    ...(partition ? { partition } : {}),
    ...(order ? { ownOrder: true } : {}),
  });
}
