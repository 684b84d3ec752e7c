/** The way by which a table comes to a node, and what is known of it there. */
import type { Column, Edge, NodeType, PipelineNode, PortRef } from '#schemas/types.ts';
import { wiresInto } from '../store/wiresInto.ts';
import type { Parts } from './fix.ts';

export function tableEdge(
  node: PipelineNode,
  type: NodeType,
  { document }: Parts,
): Edge | undefined {
  const port = type.inputs.find((input) => input.type === 'table')?.name;
  return wiresInto(document.edgesById)
    .get(node.id)
    ?.find(({ to }) => to.port === port);
}

export const schemaAt = ({ node, port }: PortRef, { analysis }: Parts): readonly Column[] =>
  analysis.schemas[node]?.[port]?.columns ?? [];

/** Along the first table input to the source; on the way, the nearest node that says what columns are for. */
export function wayUp(
  start: Edge,
  parts: Parts,
): { saying?: { node: string; from: PortRef }; source: PortRef } {
  const { document, catalogue } = parts;
  const seen = new Set<string>();
  let { from } = start;
  while (!seen.has(from.node)) {
    seen.add(from.node);
    const node = document.nodesById.get(from.node);
    const type = node && catalogue.types.get(node.type);
    const above = node && type && tableEdge(node, type, parts);
    if (above === undefined) break;
    if (type?.type === 'set-roles')
      return { saying: { node: from.node, from: above.from }, source: from };
    from = above.from;
  }
  return { source: from };
}
