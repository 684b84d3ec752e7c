/**
 * Carries a table's recipe from node to node: the steps since the last one that mixed rows, each with what it takes
 * to do it again on other training rows.
 */
import { inOrder } from '../plan/walk.ts';
import { planHash } from '../plan/hash.ts';
import { stepKind } from '../plan/stepKind.ts';
import { Table } from '../plan/table.ts';
import type { Plan } from '../plan/types.ts';
import type { RecipeStep, TableValue } from '../values.ts';

/** A node's tables by port; several where the port takes many. */
export type TableInputs = { readonly [port: string]: Table | readonly Table[] };

/** A step before it is known what it does to rows. */
export type CarriedStep = Omit<RecipeStep, 'kind' | 'others'>;

/** Under this name a step keeps the result of a node that cannot be done again by plan: a prediction, say. */
export const FROZEN = '$result';

interface Continued {
  readonly port: string;
  readonly table: Table;
  readonly kind: RecipeStep['kind'];
}

/**
 * `out`, made by one plan or fit step, with the recipe of the input whose rows it continues. The other inputs are
 * frozen into the step. A step that mixes rows, or is opaque, starts a new recipe.
 */
export function carry(inputs: TableInputs, out: Table, step: CarriedStep): Table {
  const main = continued(inputs, out.plan);
  if (!main) return Table.fromPlan(out.plan);
  const others = Object.entries(inputs).filter(([port]) => port !== main.port);
  const frozen = others.flatMap(([port, table]) =>
    table instanceof Table ? [[port, table.value()] as const] : [],
  );
  return extended(main, out.plan, step, Object.fromEntries(frozen));
}

/**
 * `out` as a run node gave it. Handed through, it keeps its recipe; with columns added by something that is no plan,
 * these are frozen into the recipe and joined back by row identity when it is done again.
 */
export function pass(inputs: TableInputs, out: Table, step: CarriedStep): Table {
  for (const table of Object.values(inputs).flat()) {
    if (table.plan === out.plan) return table;
  }
  const main = continued(inputs, out.plan);
  if (!main || main.kind === 'partition') return Table.fromPlan(out.plan);
  return extended(main, out.plan, step, { [FROZEN]: Table.fromPlan(out.plan).value() });
}

function extended(
  { table, kind }: Continued,
  plan: Plan,
  step: CarriedStep,
  others: NonNullable<RecipeStep['others']>,
): Table {
  const some = Object.keys(others).length > 0 ? { others } : {};
  const steps = [...table.steps, Object.freeze({ ...step, kind, ...some })];
  return Table.of({ kind: 'table', plan, base: table.base, steps });
}

/** Several tables in one port are mixed, whatever becomes of them. */
function continued(inputs: TableInputs, plan: Plan): Continued | undefined {
  for (const [port, given] of Object.entries(inputs)) {
    const tables = given instanceof Table ? [given] : given;
    if (tables.length !== 1) continue;
    const kind = stepKind(tables[0]!.plan, plan);
    if (kind !== 'mixing' && kind !== 'opaque') return { port, table: tables[0]!, kind };
  }
  return undefined;
}

/**
 * A table value that was JSON in between. Its base is one of its plan's sub-plans again, the same object, by which
 * everything that serves or fits again finds it.
 */
export function revive(value: TableValue): TableValue {
  const hash = planHash(value.base);
  const base = inOrder(value.plan).find((plan) => planHash(plan) === hash);
  return base === undefined || base === value.base ? value : Object.freeze({ ...value, base });
}
