/** What a stretch of plan does to rows: decides whether a recipe goes on or a new base begins. */
import { opOf } from './ops/index.ts';
import type { Plan, StepKind } from './types.ts';
import { spine } from './walk.ts';

/** From the strongest promise to the weakest. */
const WEAKER: readonly StepKind[] = ['row-wise', 'row-selecting', 'partition', 'mixing', 'opaque'];

/**
 * The weakest kind among the operations from `from` (found as the same object) up to `to`. 'mixing' where `from` is
 * not below `to` along first inputs but elsewhere in it or behind a mixing step; 'opaque' where it is not in it.
 */
export function stepKind(from: Plan, to: Plan): StepKind {
  let weakest = 0;
  for (const at of spine(to)) {
    if (at === from) return WEAKER[weakest]!;
    weakest = Math.max(weakest, WEAKER.indexOf(opOf(at).kind(at)));
  }
  return isBelow(from, to) ? 'mixing' : 'opaque';
}

function isBelow(from: Plan, to: Plan): boolean {
  const seen = new Set<Plan>();
  const stack = [to];
  while (stack.length > 0) {
    const at = stack.pop()!;
    if (at === from) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    stack.push(...opOf(at).inputs(at));
  }
  return false;
}
