import { useCallback } from 'react';
import type { NodeType, PipelineNode } from '#schemas/types.ts';
import { nodeTitle } from '../app/nodeTitle.ts';
import { useEditor } from '../app/useEditor.ts';
import { useLocale } from '../i18n/useText.ts';

type Named = Pick<PipelineNode, 'label' | 'type'>;

/** What people read as a node's name, and its type where that is installed. */
export function useNodeWords(): {
  readonly nameOf: (node: Named) => string;
  readonly typeOf: (node: Named) => NodeType | undefined;
} {
  const locale = useLocale();
  const types = useEditor((state) => state.catalogue.types);
  const typeOf = useCallback((node: Named) => types.get(node.type), [types]);
  const nameOf = useCallback(
    (node: Named) => nodeTitle(node, types.get(node.type), locale),
    [types, locale],
  );
  return { nameOf, typeOf };
}
