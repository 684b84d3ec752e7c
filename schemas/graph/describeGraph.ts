import type { PipelineNode, PortRef } from '../types.ts';
import { nodeName } from './types.ts';

type Nodes = { readonly nodes: ReadonlyMap<string, PipelineNode> };

/** A port for people: the node's name and the port's. */
export function portText(prepared: Nodes, ref: PortRef): string {
  return `${nameOf(prepared, ref.node)} › ${ref.port}`;
}

/** The nodes around a cycle, back to the first; the middle of a long one is left out. */
export function cycleText(prepared: Nodes, ids: readonly string[]): string {
  const names = ids.map((id) => nameOf(prepared, id));
  const shown = names.length <= 10 ? names : [...names.slice(0, 6), '…', ...names.slice(-3)];
  return [...shown, ...names.slice(0, 1)].join(' → ');
}

function nameOf({ nodes }: Nodes, id: string): string {
  return nodeName(nodes.get(id) ?? { id });
}
