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

/** Tables opened, everything else as it is. Ports of definitions have any name, so all become own properties. */
export function openInputs(values: InputValues, recipes: Recipes): Inputs {
  const open = (value: Value) => (value.kind === 'table' ? recipes.open(value) : value);
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    entries.map(([port, value]) => [port, isList(value) ? value.map(open) : open(value as Value)]),
  );
}

const isList = (value: InputValues[string]): value is readonly Value[] => Array.isArray(value);

/** The tables among a node's inputs, by port. */
export function tablesOf(inputs: Inputs, recipes: Recipes): TableInputs {
  const tables: [port: string, table: Table | readonly Table[]][] = [];
  for (const [port, value] of Object.entries<unknown>(inputs)) {
    if (recipes.isTable(value)) tables.push([port, value]);
    else if (Array.isArray(value)) tables.push([port, value.filter(recipes.isTable)]);
  }
  return Object.fromEntries(tables);
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
  const taken = Object.entries(given).filter(([, value]) => value !== undefined);
  for (const [port, value] of taken) {
    const expected = Object.hasOwn(ports, port) ? ports[port]!.type : 'nothing';
    const found = recipes.isTable(value) ? 'table' : kindOf(value);
    if (!fits(expected, found)) {
      throw new EsteiraError('node-output-wrong', { type, port, expected, found });
    }
  }
  return Object.fromEntries(taken) as { readonly [port: string]: Table | Value };
}

const KINDS = ['table', 'model', 'report'];

function kindOf(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return typeof value;
  return String(value.kind);
}

const fits = (expected: PortType | 'nothing', found: string): boolean =>
  KINDS.includes(found) && (expected === found || expected === 'any');
