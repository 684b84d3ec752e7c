/** The columns of a plan and what is known of its hidden columns, without running it. */
import type { Column, TableSchema } from '#schemas/types.ts';
import { opOf } from './ops/index.ts';
import type { Traits } from './ops/op.ts';
import type { Plan } from './types.ts';
import { inOrder } from './walk.ts';

export type { Traits } from './ops/op.ts';

interface Known {
  readonly schema: TableSchema;
  readonly traits: Traits;
}

const known = new WeakMap<Plan, Known>();

/** The visible columns in order, and how the rows are split. */
export function schemaOf(plan: Plan): TableSchema {
  return knownOf(plan).schema;
}

export function columnsOfPlan(plan: Plan): readonly Column[] {
  return knownOf(plan).schema.columns;
}

export function traitsOf(plan: Plan): Traits {
  return knownOf(plan).traits;
}

function knownOf(plan: Plan): Known {
  const found = known.get(plan);
  if (found) return found;
  for (const at of inOrder(plan, (sub) => known.has(sub))) {
    if (!known.has(at)) known.set(at, infer(at));
  }
  return known.get(plan)!;
}

function infer(plan: Plan): Known {
  const op = opOf(plan);
  const inputs = op.inputs(plan).map((input) => known.get(input)!);
  const traits = op.traits(
    plan,
    inputs.map((input) => input.traits),
  );
  const columns = op.columns(
    plan,
    inputs.map((input) => input.schema.columns),
  );
  const { partition } = traits;
  return { traits, schema: Object.freeze(partition ? { columns, partition } : { columns }) };
}
