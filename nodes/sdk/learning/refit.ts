/**
 * Does a recipe again on other training rows. Runs, cross-validation and search all come here, so that what is fitted
 * has never seen a row that it is measured on.
 */
import type { NodeDefinition, PlanNode, Ports } from '../node.ts';
import { Table } from '../plan/table.ts';
import type { RecipeStep } from '../values.ts';
import { fitState, type FitWorld } from './fitState.ts';
import { FROZEN } from './recipe.ts';

export interface RefitWorld extends FitWorld {
  /** Throws where a type is not installed. */
  nodeType(type: string): NodeDefinition;
}

/**
 * The table made again from its base: each fitted step is fitted on the training rows of `partition`, a table with
 * the same row identities whose rows alone are kept; the recipe's own splits are then left out. Without `partition`
 * the recipe's own splits count, wherever they stand in it.
 */
export async function refit(
  table: Table,
  partition: Table | undefined,
  world: RefitWorld,
): Promise<Table> {
  const base = Table.fromPlan(table.base);
  if (!partition) return replay(base, table.steps, world);
  const split = base.attach(partition, { columns: [], part: true, matching: true });
  const steps = table.steps.filter((step) => step.kind !== 'partition');
  return replay(startingAt(table, split), steps, world);
}

/** The attached partition is no step of the recipe: a later refit brings its own. */
const startingAt = ({ base }: Table, split: Table): Table =>
  Table.of({ kind: 'table', plan: split.plan, base, steps: [] });

async function replay(
  start: Table,
  steps: readonly RecipeStep[],
  world: RefitWorld,
): Promise<Table> {
  let table = start;
  for (const step of steps) {
    world.signal.throwIfAborted();
    table = await replayStep(table, step, world);
    if (splitAfterFit(table)) table = await refitSplit(table, world);
  }
  return table;
}

async function replayStep(table: Table, step: RecipeStep, world: RefitWorld): Promise<Table> {
  const node = world.nodeType(step.type);
  if ('fit' in node) {
    const state = await fitState(node, step, table, world);
    const out = node.apply({ params: step.params, state, table });
    return withStep(table, out, { ...step, state });
  }
  const frozen = step.others?.[FROZEN];
  if (frozen) return withStep(table, withFrozen(table, Table.of(frozen), step), step);
  return withStep(table, planAgain(node as PlanNode<unknown>, table, step), step);
}

function withStep({ base, steps }: Table, out: Table, step: RecipeStep): Table {
  return Table.of({ kind: 'table', plan: out.plan, base, steps: [...steps, step] });
}

function planAgain(node: PlanNode<unknown>, table: Table, step: RecipeStep): Table {
  const inputs: { [port: string]: Table | Table[] } = {};
  for (const [name, value] of Object.entries(step.others ?? {})) inputs[name] = Table.of(value);
  const port = mainPort(node.inputs, inputs);
  inputs[port] = node.inputs[port]?.many ? [table] : table;
  return node.plan({ params: step.params, inputs, seed: step.seed ?? 0 });
}

/** The first table input that is not frozen. */
const mainPort = (ports: Ports, others: { readonly [port: string]: unknown }): string =>
  Object.keys(ports).find((name) => ports[name]!.type === 'table' && !(name in others))!;

/** Columns that the recipe does not make come from the frozen result, and with them its choice of rows. */
function withFrozen(table: Table, frozen: Table, { kind }: RecipeStep): Table {
  const added = frozen.columns.filter(
    ({ name, role }) => !table.column(name) || role === 'prediction' || role === 'probability',
  );
  return table.attach(frozen, {
    columns: added.map((column) => column.name),
    matching: kind === 'row-selecting',
  });
}

/** Whether the table's last step set test rows apart after something had been fitted with them. */
export function splitAfterFit({ steps, partitioned }: Table): boolean {
  if (steps.at(-1)?.kind !== 'partition' || partitioned?.kind !== 'holdout') return false;
  return steps.some((step) => step.state !== undefined);
}

/** Fits what stands before the table's last step, a split, again on that split's training rows. */
export async function refitSplit(table: Table, world: RefitWorld): Promise<Table> {
  const { plan, base, steps } = table;
  const before = Table.of({ kind: 'table', plan, base, steps: steps.slice(0, -1) });
  const refitted = await refit(before, table, world);
  return Table.of({ ...refitted.value(), steps: [...refitted.steps, steps.at(-1)!] });
}

/** One fold's rows as test rows, all other folds' as training rows. */
export function foldAsHoldout(table: Table, fold: number): Table {
  return table.foldAsHoldout(fold);
}
