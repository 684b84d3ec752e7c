/** `partition`: which part each row belongs to. */
import type { Column, Partition } from '#schemas/types.ts';
import { EsteiraError } from '#schemas/errors.ts';
import { needColumn } from '../names.ts';
import type { PartitionPlan, Plan } from '../types.ts';
import { passing, type Op, type Traits } from './op.ts';

export type PartitionSpec = Omit<PartitionPlan, 'op' | 'input'>;

export const partitionOp: Op<PartitionPlan> = {
  ...passing<PartitionPlan>(({ stratify, group, time }) =>
    [stratify, group, time].filter((name) => name !== undefined),
  ),
  kind: () => 'partition',
  traits: ({ into }, [traits]) => ({ ...traits!, partition: partitionOf(into) }),
};

function partitionOf(into: PartitionPlan['into']): Partition {
  switch (into.kind) {
    case 'holdout':
      return { kind: 'holdout', validation: into.validation > 0 };
    case 'folds':
      return { kind: 'folds', count: into.count };
    case 'fold':
      return { kind: 'holdout', validation: false };
  }
}

/**
 * Throws `column-unknown`; `partition-missing` when one of several folds is asked for without them; a RangeError on
 * shares or counts that cannot be.
 */
export function partition(
  input: Plan,
  columns: readonly Column[],
  traits: Traits,
  { into, seed, stratify, group, time }: PartitionSpec,
): PartitionPlan {
  const by = [stratify, group, time].filter((name) => name !== undefined);
  for (const name of by) needColumn(columns, name);
  checkInto(into, traits);
  if (!Number.isSafeInteger(seed)) throw new RangeError(`not a seed: ${seed}`);
  return Object.freeze({
    op: 'partition',
    input,
    into: Object.freeze({ ...into }),
    seed,
    ...(stratify === undefined ? {} : { stratify }),
    ...(group === undefined ? {} : { group }),
    ...(time === undefined ? {} : { time }),
  });
}

function checkInto(into: PartitionPlan['into'], { partition: split }: Traits): void {
  if (into.kind === 'fold') {
    if (split?.kind !== 'folds') throw new EsteiraError('partition-missing', {});
    if (!(Number.isInteger(into.test) && into.test >= 0 && into.test < split.count)) {
      throw new RangeError(`no fold ${into.test} among ${split.count}`);
    }
  } else if (into.kind === 'folds') {
    if (!Number.isInteger(into.count) || into.count < 2 || into.count > 1000) {
      throw new RangeError(`not a number of folds: ${into.count}`);
    }
  } else {
    const shares = [into.train, into.validation, into.test];
    const fine = shares.every((share) => Number.isFinite(share) && share >= 0);
    if (!fine || shares.every((share) => share === 0)) {
      throw new RangeError(`not shares: ${shares.join(', ')}`);
    }
  }
}
