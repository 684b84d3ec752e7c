import { useEffect } from 'react';
import { downstream, upstream } from '#schemas/graph.ts';
import { useEditor } from '../app/useEditor.ts';
import type { DocumentSlice } from '../store/state.ts';
import { editor } from '../store/theEditor.ts';
import { setCanvas, type Lit } from './canvasState.ts';

/**
 * The path through the one node that is selected. Cards and wires each listen whether they are on it, so that those
 * that are not are drawn quieter by the style sheet alone (NodeCard.css, Wire.css).
 */
export function useLit(): void {
  const id = useEditor(({ view }) => {
    const [one, another] = view.selectedNodes;
    return another === undefined ? one : undefined;
  });
  const edges = useEditor(({ document }) => document.edgesById);
  useEffect(() => {
    setCanvas({ lit: id === undefined ? undefined : pathThrough(id, edges) });
  }, [id, edges]);
}

/** Undefined where nothing leads to it and it leads nowhere. */
function pathThrough(id: string, edgesById: DocumentSlice['edgesById']): Lit | undefined {
  const { nodesById } = editor.get().document;
  const graph = { nodes: [...nodesById.values()], edges: [...edgesById.values()] };
  const [before, after] = [upstream(graph, [id]), downstream(graph, [id])];
  if (before.size + after.size <= 2) return undefined;
  const edges = [...edgesById].flatMap(([key, { from, to }]) => {
    const isOn = (way: ReadonlySet<string>): boolean => way.has(from.node) && way.has(to.node);
    return isOn(before) || isOn(after) ? [key] : [];
  });
  return { nodes: new Set([...before, ...after]), edges: new Set(edges) };
}
