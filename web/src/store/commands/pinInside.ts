import { nodeName } from '#schemas/graph.ts';
import type { PipelineNode } from '#schemas/types.ts';
import { noChange } from '../change.ts';
import type { DocumentSlice } from '../state.ts';
import type { Command } from './command.ts';

/** Keeps the result that `key` names for a node of a subflow, wherever that is used. */
export function pinInside(
  document: DocumentSlice,
  definition: string,
  id: string,
  key: string,
): Command {
  const pinned = (node: PipelineNode): PipelineNode =>
    node.id === id && node.pinned !== key ? { ...node, pinned: key } : node;
  return { ...changed(document, definition, pinned), name: 'pin-node' };
}

/** One node of a subflow, or all. */
export function unpinInside(document: DocumentSlice, definition: string, id?: string): Command {
  const free = (node: PipelineNode): PipelineNode => {
    if (node.pinned === undefined || (id !== undefined && node.id !== id)) return node;
    const { pinned: _, ...others } = node;
    return others;
  };
  return { ...changed(document, definition, free), name: 'unpin-node' };
}

function changed(
  { definitions }: DocumentSlice,
  definition: string,
  edit: (node: PipelineNode) => PipelineNode,
): Pick<Command, 'about' | 'change'> {
  const whole = definitions[definition]!;
  const nodes = whole.nodes.map(edit);
  const edited = whole.nodes.filter((node, at) => node !== nodes[at]);
  const about = { count: edited.length, node: edited[0] === undefined ? '' : nodeName(edited[0]) };
  if (edited.length === 0) return { about, change: noChange };
  const after = { definitions: { ...definitions, [definition]: { ...whole, nodes } } };
  return { about, change: { ...noChange, fields: { before: { definitions }, after } } };
}
