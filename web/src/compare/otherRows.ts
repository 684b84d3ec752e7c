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
  { fields, nodes }: DocumentDifference,
  typeOf: (node: PipelineNode) => NodeType | undefined,
): boolean {
  const changed = nodes.changed.filter(({ params, fields: own }) => {
    return params.length > 0 || own.includes('type') || own.includes('version');
  });
  const touched = [...nodes.added, ...nodes.removed, ...changed.map(({ after }) => after)];
  const decides = (node: PipelineNode): boolean => deciding.has(typeOf(node)?.category ?? 'learn');
  return fields.some(({ name }) => name === 'seed') || touched.some(decides);
}
