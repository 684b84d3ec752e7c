import type { ReactNode } from 'react';
import { nodeName } from '#schemas/graph.ts';
import { useEditor } from '../app/useEditor.ts';

/** The graph. */
export function Canvas(): ReactNode {
  const nodes = useEditor((state) => state.document.nodesById);
  return (
    <ul>
      {[...nodes.values()].map((node) => (
        <li key={node.id}>{nodeName(node)}</li>
      ))}
    </ul>
  );
}
