import type { Locale, NodeType, PipelineNode } from '#schemas/types.ts';

/** What people read as a node's name: their own label, or what its type is called. */
export function nodeTitle(
  node: Pick<PipelineNode, 'label' | 'type'>,
  type: NodeType | undefined,
  locale: Locale,
): string {
  return node.label !== undefined && node.label !== ''
    ? node.label
    : (type?.title[locale] ?? node.type);
}
