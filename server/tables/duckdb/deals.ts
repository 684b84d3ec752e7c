/**
 * Which row went to which part, kept from the second question on: a split ranks all rows by their hashes, which costs
 * many times what it costs to look up what came of it. Kept within a process, for the plans that ask for it.
 */
import { checkpoint } from '#nodes/sdk/plan/checkpoint.ts';
import { planHash } from '#nodes/sdk/plan/hash.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import type { AttachPlan, PartitionPlan, Plan, SourcePlan } from '#nodes/sdk/plan/types.ts';
import { inOrder, rewrite } from '#nodes/sdk/plan/walk.ts';

export interface Deals {
  /**
   * The same table with what is kept in the place of its splits. `write` makes a snapshot of a plan's rows, `$row` and
   * `$part` alone; where it fails, the split is dealt as if nothing were to be kept.
   */
  kept(table: Table, write: (plan: Plan) => Promise<Written>): Promise<Table>;
}

export interface Written {
  readonly hash: string;
  readonly rows: number;
}

/** Rows below which a split costs less than a file. */
const MANY = 100_000;

export function openDeals(many: number = MANY): Deals {
  /** By the hash of a split's plan: how often it was asked for, and what is kept of it. */
  const asked = new Map<string, number>();
  const known = new Map<string, Promise<SourcePlan>>();

  return {
    async kept(table, write) {
      const splits = inOrder(table.plan).filter((plan) => isDeal(plan) && isLarge(plan, many));
      if (splits.length === 0) return table;
      const found = new Map<Plan, SourcePlan>();
      for (const split of splits) {
        const hash = planHash(split);
        const times = (asked.get(hash) ?? 0) + 1;
        asked.set(hash, times);
        if (times === 1) continue;
        const made = known.get(hash) ?? deal(withKept(split, found), write);
        known.set(hash, made);
        try {
          found.set(split, await made);
        } catch {
          // Whoever wrote it was cancelled, or the disk is full: the next one may try again.
          if (known.get(hash) === made) known.delete(hash);
        }
      }
      if (found.size === 0) return table;
      return Table.of({ ...table.value(), plan: withKept(table.plan, found) });
    },
  };
}

/** A fold of folds is read off the row: only dealing has to be done once. */
const isDeal = (plan: Plan): plan is PartitionPlan =>
  plan.op === 'partition' && plan.into.kind !== 'fold';

const isLarge = (plan: Plan, many: number): boolean =>
  inOrder(plan).some((each) => each.op === 'source' && each.rows >= many);

async function deal(split: Plan, write: (plan: Plan) => Promise<Written>): Promise<SourcePlan> {
  // No table that people see is without columns; here `$row` and `$part` are all that is wanted.
  const plan: Plan = Object.freeze({ op: 'project', input: split, columns: [] });
  const { hash, rows } = await write(plan);
  return checkpoint(plan, { snapshot: hash, rows });
}

function withKept(plan: Plan, found: ReadonlyMap<Plan, SourcePlan>): Plan {
  if (found.size === 0) return plan;
  return rewrite(plan, (rebuilt, original) => {
    const from = found.get(original);
    if (!from || rebuilt.op !== 'partition') return rebuilt;
    const attached: AttachPlan = {
      op: 'attach',
      input: rebuilt.input,
      from,
      columns: [],
      part: true,
    };
    return Object.freeze(attached);
  });
}
