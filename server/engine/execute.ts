/** Does the work of one step: the three kinds of node, each in its own way. */
import type { Cell, NodeContext, TablesPort } from '#nodes/sdk/context.ts';
import type { FitNode, Inputs, NodeDefinition, PlanNode, RunNode } from '#nodes/sdk/node.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';
import type { Json, Note, State } from '#nodes/sdk/values.ts';
import { deepFreeze } from './deepFreeze.ts';
import type { Step } from './planned.ts';
import type { CarriedStep, RecipesPort, Stored } from './ports.ts';
import { checkOutputs, closeTable, openInputs, tablesOf } from './tableInputs.ts';
import type { InputValues, Outputs } from './values.ts';

export interface Done {
  readonly outputs: Outputs;
  /** What to keep of it. */
  readonly stored: Stored;
}

interface World {
  readonly recipes: RecipesPort;
  readonly tables: Pick<TablesPort, 'rows'>;
  readonly signal: AbortSignal;
  nodeType(type: string): NodeDefinition;
  log(note: Note): void;
}

/**
 * A plan node's table. Where the node splits a table on which something was fitted, that is fitted again on the new
 * training rows: what a model learns from can then never have seen a test row.
 */
export async function runPlan(step: Step, values: InputValues, world: World): Promise<Done> {
  const table = planTable(step, values, world.recipes);
  await tellFindings(step, values, world);
  if (!world.recipes.splitAfterFit(table)) {
    return { outputs: only(step, table, world.recipes), stored: { kind: 'plan' } };
  }
  const refitted = await world.recipes.refitSplit(table, world);
  world.log({ code: 'refitted-after-split', level: 'info' });
  const outputs = only(step, refitted, world.recipes);
  // Making it again would take queries, so here the table itself is kept.
  return { outputs, stored: { kind: 'outputs', outputs } };
}

/** Asks for what the node wants known of its rows. The step's result is its plan all the same. */
async function tellFindings(step: Step, values: InputValues, world: World): Promise<void> {
  const node = step.definition as PlanNode<{ readonly [name: string]: Json }>;
  const inputs = openInputs(values, world.recipes);
  const findings = node.findings?.({ params: step.params, inputs });
  if (!findings) return;
  const rows: { [name: string]: readonly ReadonlyMap<string, Cell>[] } = {};
  for (const [name, query] of Object.entries(findings.queries)) {
    world.signal.throwIfAborted();
    rows[name] = await world.tables.rows(query);
  }
  for (const note of findings.notes(rows)) world.log(note);
}

export async function runFit(step: Step, values: InputValues, world: World): Promise<Done> {
  const inputs = openInputs(values, world.recipes);
  const node = step.definition as FitNode<never>;
  const state = await world.recipes.fitState(node, carried(step), firstTable(inputs), world);
  const table = fitTable(step, inputs, state, world.recipes);
  const outputs = only(step, table, world.recipes);
  for (const note of node.notes?.({ params: step.params as never, state }) ?? []) world.log(note);
  return { outputs, stored: { kind: 'fit', state } };
}

export async function runNode(
  step: Step,
  values: InputValues,
  recipes: RecipesPort,
  context: NodeContext,
): Promise<Done> {
  const inputs = openInputs(values, recipes);
  const node = step.definition as RunNode<{ readonly [name: string]: Json }>;
  const given = await node.run({ params: step.params, inputs, context });
  const outputs = closeOutputs(step, inputs, given, recipes);
  return { outputs, stored: { kind: 'outputs', outputs } };
}

/** What a run node gave, as its wires bring it. */
export function closeOutputs(
  step: Step,
  inputs: Inputs,
  given: { readonly [port: string]: unknown },
  recipes: RecipesPort,
): Outputs {
  const checked = checkOutputs(given, step.outputs, step.definition, recipes);
  const tables = tablesOf(inputs, recipes);
  const entries = Object.entries(checked).map(([port, value]) => {
    const out = recipes.isTable(value) ? recipes.pass(tables, value, carried(step)) : value;
    return [port, closeTable(out, recipes)] as const;
  });
  return Object.fromEntries(entries);
}

/** The outputs of a plan or fit step from what was kept of it. */
export function remake(
  step: Step,
  values: InputValues,
  stored: Stored,
  recipes: RecipesPort,
): Outputs {
  switch (stored.kind) {
    case 'plan':
      return only(step, planTable(step, values, recipes), recipes);
    case 'fit':
      return only(
        step,
        fitTable(step, openInputs(values, recipes), stored.state, recipes),
        recipes,
      );
    case 'outputs':
      return revived(stored.outputs, recipes);
  }
}

/** Kept results were JSON in between. */
function revived(outputs: Outputs, recipes: RecipesPort): Outputs {
  const values = Object.entries(outputs).map(([port, value]) => {
    return [port, deepFreeze(value.kind === 'table' ? recipes.revive(value) : value)] as const;
  });
  return Object.fromEntries(values);
}

function planTable(step: Step, values: InputValues, recipes: RecipesPort): Table {
  const inputs = openInputs(values, recipes);
  const node = step.definition as PlanNode<{ readonly [name: string]: Json }>;
  const out = node.plan({ params: step.params, inputs, seed: step.seed });
  return recipes.carry(tablesOf(inputs, recipes), out, carried(step));
}

function fitTable(step: Step, inputs: Inputs, state: State, recipes: RecipesPort): Table {
  const node = step.definition as FitNode<{ readonly [name: string]: Json }>;
  const out = node.apply({ params: step.params, state, table: firstTable(inputs) });
  return recipes.carry(tablesOf(inputs, recipes), out, { ...carried(step), state });
}

function carried({ nodeId, definition, params, seed }: Step): CarriedStep {
  const { type, version, random } = definition;
  return { nodeId, type, version, params, ...(random ? { seed } : {}) };
}

const firstTable = (inputs: Inputs): Table => Object.values(inputs)[0] as Table;

/** Plan and fit nodes have one output. */
function only(step: Step, table: Table, recipes: RecipesPort): Outputs {
  return { [Object.keys(step.outputs)[0]!]: closeTable(table, recipes) };
}
