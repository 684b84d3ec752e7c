import type { ReactNode } from 'react';
import { nodeName } from '#schemas/graph.ts';
import { useEditor } from '../app/useEditor.ts';

/** The form of the node that is selected; nothing while none, or several, are. */
export function FormPanel(): ReactNode {
  const node = useEditor(({ document, view }) => {
    const [id, another] = view.selectedNodes;
    return id === undefined || another !== undefined ? undefined : document.nodesById.get(id);
  });
  return node === undefined ? null : <h2>{nodeName(node)}</h2>;
}
