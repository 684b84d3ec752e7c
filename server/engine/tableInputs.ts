/** Values of wires as a node gets them, and what a node gives as values of wires. */
import { EsteiraError } from '#schemas/errors.ts';
import type { PortType } from '#schemas/types.ts';
import type { Inputs, NodeDefinition, Ports } from '#nodes/sdk/node.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';
import type { Value } from '#nodes/sdk/values.ts';
import { deepFreeze } from './deepFreeze.ts';
import type { RecipesPort, TableInputs } from './ports.ts';
import type { InputValues } from './values.ts';

type Recipes = Pick<RecipesPort, 'open' | 'close' | 'isTable'>;

/** Tables opened, everything else as it is. */
export function openInputs(values: InputValues, recipes: Recipes): Inputs {
  const open = (value: Value) => (value.kind === 'table' ? recipes.open(value) : value);
  const inputs: { [port: string]: unknown } = {};
  for (const [port, value] of Object.entries(values)) {
    if (value === undefined) continue;
    inputs[port] = 'kind' in value ? open(value) : value.map(open);
  }
  return inputs;
}

/** The tables among a node's inputs, by port. */
export function tablesOf(inputs: Inputs, recipes: Recipes): TableInputs {
  const tables: { [port: string]: Table | readonly Table[] } = {};
  for (const [port, value] of Object.entries<unknown>(inputs)) {
    if (recipes.isTable(value)) tables[port] = value;
    else if (Array.isArray(value)) tables[port] = value.filter((item) => recipes.isTable(item));
  }
  return tables;
}

export function closeTable(value: Table | Value, recipes: Recipes): Value {
  return recipes.isTable(value) ? deepFreeze(recipes.close(value)) : deepFreeze(value);
}

/** What a run node gave, checked against its ports. An output that is absent was not taken. */
export function checkOutputs(
  given: { readonly [port: string]: unknown },
  ports: Ports,
  { type }: NodeDefinition,
  recipes: Recipes,
): { readonly [port: string]: Table | Value } {
  const outputs: { [port: string]: Table | Value } = {};
  for (const [port, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const expected = Object.hasOwn(ports, port) ? ports[port]!.type : 'nothing';
    const found = recipes.isTable(value) ? 'table' : kindOf(value);
    if (!fits(expected, found)) {
      throw new EsteiraError('node-output-wrong', { type, port, expected, found });
    }
    outputs[port] = value as Table | Value;
  }
  return outputs;
}

const KINDS = ['table', 'model', 'report'];

function kindOf(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return typeof value;
  return String(value.kind);
}

const fits = (expected: PortType | 'nothing', found: string): boolean =>
  KINDS.includes(found) && (expected === found || expected === 'any');
