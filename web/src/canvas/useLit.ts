import { useEffect } from 'react';
import { useEditor } from '../app/useEditor.ts';
import { editor } from '../store/theEditor.ts';
import { setCanvas } from './canvasState.ts';
import { pathThrough } from './path.ts';

/**
 * The path through the one node that is selected. Cards and wires each listen whether they are on it, so that those
 * that are not are drawn quieter by the style sheet alone (NodeCard.css, Wire.css).
 */
export function useLit(): void {
  const id = useEditor(({ view }) => {
    const [one, another] = view.selectedNodes;
    return another === undefined ? one : undefined;
  });
  const edgesById = useEditor(({ document }) => document.edgesById);
  useEffect(() => {
    const { nodesById } = editor.get().document;
    const lit = id === undefined ? undefined : pathThrough(id, { nodesById, edgesById });
    setCanvas({ lit });
  }, [id, edgesById]);
}
