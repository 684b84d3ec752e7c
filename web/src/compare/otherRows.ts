import type { DocumentDifference } from '#schemas/document/difference.ts';
import type { NodeType, PipelineNode } from '#schemas/types.ts';

/** Nodes that decide which rows there are, and which of them a model is checked on. */
const deciding: ReadonlySet<NodeType['category']> = new Set([
  'collect',
  'rows',
  'combine',
  'split',
]);

/** Whether the figures of two runs may be of different rows: then part of a difference comes from those. */
export function mayHaveOtherRows(
  { fields, nodes, definitions }: DocumentDifference,
  typeOf: (node: PipelineNode) => NodeType | undefined,
): boolean {
  const touched = [nodes, ...definitions.changed.map(({ graph }) => graph.nodes)].flatMap(
    touchedOf,
  );
  const decides = (node: PipelineNode): boolean => deciding.has(typeOf(node)?.category ?? 'learn');
  return fields.some(({ name }) => name === 'seed') || touched.some(decides);
}

function touchedOf({ added, removed, changed }: DocumentDifference['nodes']): PipelineNode[] {
  const others = changed.filter(({ params, fields }) => {
    return params.length > 0 || fields.includes('type') || fields.includes('version');
  });
  return [...added, ...removed, ...others.map(({ after }) => after)];
}
