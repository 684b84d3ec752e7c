import { edgeId, nodeName } from '#schemas/graph.ts';
import type { Edge, NodeType, PipelineNode } from '#schemas/types.ts';
import { type Change, type ItemChange, noChange } from '../change.ts';
import type { DocumentSlice } from '../state.ts';
import type { Command } from './command.ts';

export type Point = { readonly x: number; readonly y: number };

/** Replaces nodes by what `edit` makes of them; those that it gives back as they are do not count. */
export function replaceNodes(
  document: DocumentSlice,
  ids: Iterable<string>,
  edit: (node: PipelineNode) => PipelineNode,
): Change {
  const nodes: ItemChange<PipelineNode>[] = [];
  for (const id of ids) {
    const before = document.nodesById.get(id);
    if (before === undefined) continue;
    const after = edit(before);
    if (after !== before) nodes.push({ id, before, after });
  }
  return { ...noChange, nodes };
}

export function additions(
  document: DocumentSlice,
  nodes: readonly PipelineNode[],
  edges: readonly Edge[] = [],
): Change {
  const { nodesById, edgesById } = document;
  return {
    nodes: nodes.map((after, at) => ({ id: after.id, after, at: nodesById.size + at })),
    edges: edges.map((after, at) => ({ id: edgeId(after), after, at: edgesById.size + at })),
  };
}

/** Removes nodes with every wire at them, and wires. */
export function removals(
  document: DocumentSlice,
  nodeIds: ReadonlySet<string>,
  edgeIds: ReadonlySet<string>,
): Change {
  const nodes: ItemChange<PipelineNode>[] = [];
  const edges: ItemChange<Edge>[] = [];
  let at = 0;
  for (const [id, before] of document.nodesById) {
    if (nodeIds.has(id)) nodes.push({ id, before, at });
    at += 1;
  }
  at = 0;
  for (const [id, before] of document.edgesById) {
    const { from, to } = before;
    if (edgeIds.has(id) || nodeIds.has(from.node) || nodeIds.has(to.node)) {
      edges.push({ id, before, at });
    }
    at += 1;
  }
  return { nodes, edges };
}

export function addNode(document: DocumentSlice, node: PipelineNode): Command {
  return {
    name: 'add-node',
    about: { node: nodeName(node) },
    change: additions(document, [node]),
    select: [node.id],
  };
}

export function deleteItems(
  document: DocumentSlice,
  nodeIds: ReadonlySet<string>,
  edgeIds: ReadonlySet<string> = new Set(),
): Command {
  const change = removals(document, nodeIds, edgeIds);
  const isWires = change.nodes.length === 0;
  return {
    name: isWires ? 'disconnect' : 'delete',
    about: { count: isWires ? change.edges.length : change.nodes.length },
    change,
    select: [],
  };
}

/** Positions by node id; a drag's steps have one group, so that they are undone together. */
export function moveNodes(
  document: DocumentSlice,
  positions: ReadonlyMap<string, Point>,
  options: { name?: 'move' | 'align' | 'arrange'; group?: string } = {},
): Command {
  const change = replaceNodes(document, positions.keys(), (node) => {
    const to = positions.get(node.id);
    if (to === undefined || (to.x === node.position.x && to.y === node.position.y)) return node;
    return { ...node, position: { x: to.x, y: to.y } };
  });
  const { name = 'move', group } = options;
  const about = { count: change.nodes.length };
  return { name, about, change, ...(group === undefined ? {} : { group }) };
}

/** One param; undefined takes it away, so that the type's default counts. A burst of typing is one entry. */
export function setParam(
  document: DocumentSlice,
  id: string,
  param: string,
  value: unknown,
): Command {
  const change = replaceNodes(document, [id], (node) => {
    if (Object.is(node.params[param], value)) return node;
    const { [param]: _, ...others } = node.params;
    return { ...node, params: value === undefined ? others : { ...node.params, [param]: value } };
  });
  const node = document.nodesById.get(id);
  return {
    name: 'set-param',
    about: { node: node === undefined ? id : nodeName(node) },
    change,
    group: `${id} ${param}`,
  };
}

export function setParams(
  document: DocumentSlice,
  id: string,
  params: PipelineNode['params'],
  name: 'set-params' | 'fix' = 'set-params',
): Command {
  const change = replaceNodes(document, [id], (node) => ({ ...node, params }));
  const node = document.nodesById.get(id);
  return { name, about: { node: node === undefined ? id : nodeName(node) }, change };
}

/** An empty label takes it away. */
export function labelNode(document: DocumentSlice, id: string, label: string): Command {
  return textOf(document, id, 'label', label, 'label-node');
}

export function noteNode(document: DocumentSlice, id: string, notes: string): Command {
  return textOf(document, id, 'notes', notes, 'note-node');
}

/** A node become one of another type; a pin goes, since it names a result of the type that it was. */
export function retyped(
  node: PipelineNode,
  { type, version }: Pick<NodeType, 'type' | 'version'>,
  params: PipelineNode['params'],
): PipelineNode {
  const { pinned: _, ...others } = node;
  return { ...others, type, version, params };
}

/** Keeps the result that `key` names, whatever changes in the node or before it. */
export function pinNode(document: DocumentSlice, id: string, key: string): Command {
  const change = replaceNodes(document, [id], (node) =>
    node.pinned === key ? node : { ...node, pinned: key },
  );
  const node = document.nodesById.get(id);
  return {
    name: 'pin-node',
    about: { count: 1, node: node === undefined ? id : nodeName(node) },
    change,
  };
}

export function unpinNodes(document: DocumentSlice, ids: Iterable<string>): Command {
  const change = replaceNodes(document, ids, (node) => {
    if (node.pinned === undefined) return node;
    const { pinned: _, ...others } = node;
    return others;
  });
  const [first] = change.nodes;
  const node = first?.before === undefined ? '' : nodeName(first.before);
  return { name: 'unpin-node', about: { count: change.nodes.length, node }, change };
}

function textOf(
  document: DocumentSlice,
  id: string,
  field: 'label' | 'notes',
  text: string,
  name: 'label-node' | 'note-node',
): Command {
  const change = replaceNodes(document, [id], (node) => {
    if ((node[field] ?? '') === text) return node;
    const { [field]: _, ...others } = node;
    return text === '' ? others : { ...others, [field]: text };
  });
  const node = document.nodesById.get(id);
  const about = { node: node === undefined ? id : nodeName(node) };
  return { name, about, change, group: `${id} ${field}` };
}
