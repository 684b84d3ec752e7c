/** What one node says of its outputs before anything runs. */
import type { TableSchema } from '#schemas/types.ts';
import type { Inputs, ModelShape } from '#nodes/sdk/node.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';
import type { PreparedNode } from './planNodes.ts';
import type { RecipesPort } from './ports.ts';

/** What is known of a wire: a table's columns, or what a model will be like. */
export type Shape = TableSchema | ModelShape;

/** By output port. */
export type Shapes = ReadonlyMap<string, Shape>;

/** By input port: one shape a wire, undefined where nothing is known. */
export type Arrived = ReadonlyMap<string, readonly (Shape | undefined)[]>;

export const isSchema = (shape: unknown): shape is TableSchema =>
  typeof shape === 'object' && shape !== null && 'columns' in shape;

/** Empty where nothing can be told. Throws what the node's own checks of columns and params throw. */
export function askNode(
  { entry, params, inputs: ports, outputs }: PreparedNode,
  arrived: Arrived,
  recipes: Pick<RecipesPort, 'declared'>,
): Shapes {
  const definition = entry.definition;
  const inputs = openShapes(ports, arrived, recipes);
  const [output] = Object.keys(outputs);
  if ('run' in definition) {
    const own = definition.declareOutputs?.({ params, inputs }) ?? {};
    return new Map([...passedOn(outputs, arrived), ...Object.entries(own)]);
  }
  // A plan is made of whole tables: one that is not known leaves the result unknown.
  const isWhole = Object.entries(ports).every(([port, { required }]) => {
    const shapes = arrived.get(port) ?? [];
    return (
      shapes.every((shape) => shape !== undefined) && (shapes.length > 0 || required === false)
    );
  });
  if (!isWhole) return new Map();
  if ('fit' in definition) {
    const table = Object.values(inputs)[0] as Table;
    return new Map([[output!, definition.declare({ params, table })]]);
  }
  return new Map([[output!, definition.plan({ params, inputs, seed: 1 }).schema]]);
}

function openShapes(
  ports: PreparedNode['inputs'],
  arrived: Arrived,
  recipes: Pick<RecipesPort, 'declared'>,
): Inputs {
  const inputs: { [port: string]: unknown } = {};
  const open = (shape: Shape) => (isSchema(shape) ? recipes.declared(shape) : shape);
  for (const [port, { many }] of Object.entries(ports)) {
    const known = (arrived.get(port) ?? []).flatMap((shape) => (shape ? [open(shape)] : []));
    inputs[port] = many ? known : known[0];
  }
  return inputs;
}

/** Outputs that have the type of an input hand it on, unless the node says otherwise. */
function passedOn(outputs: PreparedNode['outputs'], arrived: Arrived): [string, Shape][] {
  return Object.entries(outputs).flatMap(([port, { sameAs }]): [string, Shape][] => {
    const shape = sameAs === undefined ? undefined : arrived.get(sameAs)?.[0];
    return shape ? [[port, shape]] : [];
  });
}
