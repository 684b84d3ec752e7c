/** What a node declared before a run against what came out of it. */
import { expect } from 'vitest';
import type { Column, TableSchema } from '#schemas/types.ts';
import { loadModel } from '#nodes/sdk/learning/answer.ts';
import type { NodeContext } from '#nodes/sdk/context.ts';
import type { Inputs, ModelShape, NodeDefinition, Outputs } from '#nodes/sdk/node.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import type { ModelValue } from '#nodes/sdk/values.ts';

interface Ran {
  /** With their defaults. */
  readonly params: object;
  readonly inputs: Inputs;
  readonly outputs: Outputs;
}

/** A plan node's plan is its declaration; of the others, the tables and models that they promise. */
export async function expectAsDeclared(
  node: NodeDefinition,
  { params, inputs, outputs }: Ran,
  context: NodeContext,
): Promise<void> {
  if ('fit' in node) {
    const [table] = Object.values(inputs) as Table[];
    const [made] = Object.values(outputs) as Table[];
    expectDeclared(node.declare({ params, table: table! }), made!.schema);
  }
  if (!('run' in node) || !node.declareOutputs) return;
  // While a person draws wires nothing may be known yet of what arrives.
  expect(() => node.declareOutputs!({ params, inputs: {} })).not.toThrow();
  const known = await Promise.all(
    Object.entries(inputs).map(async ([port, value]) => [port, await before(value, context)]),
  );
  const declared = node.declareOutputs({ params, inputs: Object.fromEntries(known) as Inputs });
  for (const [port, promise] of Object.entries(declared)) {
    const value = outputs[port];
    if ('columns' in promise) expectDeclared(promise, (value as Table).schema);
    else expect(await before(value, context)).toEqual(promise);
  }
}

/** What is known of a value before the run: a table's schema travels with its plan, a model has its shape. */
async function before(value: unknown, { artifacts, nodeType }: NodeContext): Promise<unknown> {
  if (value instanceof Table) return Table.declared(value.schema);
  const { artifact, task } = value as ModelValue;
  const { record } = await loadModel(artifact, artifacts, nodeType);
  return { kind: 'model-shape', task, target: record.target } satisfies ModelShape;
}

/** Each real column was declared by name or belongs to a declared family; what was promised is there. */
function expectDeclared(declared: TableSchema, real: TableSchema): void {
  const byName = new Map(declared.columns.map((column) => [column.name, column]));
  const families = declared.columns.filter((column) => column.presence === 'many');
  for (const column of real.columns) {
    const promise = byName.get(column.name) ?? families.find((each) => belongs(column, each));
    expect(promise, `${column.name} was not declared`).toBeDefined();
    expect(promise!.role, column.name).toBe(column.role);
    if (promise!.presence !== 'many') expect([column.type, 'float64']).toContain(promise!.type);
  }
  const names = new Set(real.columns.map((column) => column.name));
  for (const { name, presence = 'always' } of declared.columns) {
    if (presence === 'always') expect(names, `${name} was promised`).toContain(name);
  }
}

/** The family `city = *` holds `city = Recife`. */
function belongs(column: Column, family: Column): boolean {
  const [start = '', rest = ''] = family.name.split('*');
  return column.name.startsWith(start) && column.name.includes(rest);
}
