/** The columns that a picker offers: those that reach the node, as far as they are known before a run. */
import type { Column, Edge, NodeType, TableSchema } from '#schemas/types.ts';
import type { PortSchemas } from '../../apiTypes.ts';
import type { Accepts, Field } from './types.ts';

/** The table that comes in at a port; undefined where nothing is wired or nothing is known yet. */
export function tableAt(
  node: string,
  port: string,
  edges: Iterable<Edge>,
  schemas: PortSchemas,
): { readonly wired: boolean; readonly schema: TableSchema | undefined } {
  for (const { from, to } of edges) {
    if (to.node === node && to.port === port) {
      return { wired: true, schema: schemas[from.node]?.[from.port] };
    }
  }
  return { wired: false, schema: undefined };
}

/** The input whose columns a field speaks of. */
export function portOf(field: Pick<Field, 'port'>, type: Pick<NodeType, 'inputs'>) {
  return field.port ?? type.inputs.find((input) => input.type === 'table')?.name;
}

/** Those with a name: a family has none before the run. */
export function named(columns: readonly Column[]): readonly Column[] {
  return columns.filter(({ presence }) => presence !== 'many');
}

export function fits(accepts: Accepts | undefined, column: Column): boolean {
  if (accepts === undefined) return true;
  const { types, meanings, roles } = accepts;
  return (
    (types?.includes(column.type) ?? true) &&
    (meanings?.includes(column.meaning) ?? true) &&
    (roles?.includes(column.role) ?? true)
  );
}
