/**
 * New nodes that stand between two others, or right behind one, with room made for them in the same step. They keep the
 * row of those others, on the grid or off it, so that wires stay straight.
 */
import { edgeId } from '#schemas/graph.ts';
import type { Edge, NodeType, PipelineNode, PortRef } from '#schemas/types.ts';
import { applyChange, difference } from '../store/change.ts';
import type { Command } from '../store/commands/command.ts';
import { additions, moveNodes, removals } from '../store/commands/nodes.ts';
import { connect, leadThrough } from '../store/commands/wires.ts';
import type { DocumentSlice, State } from '../store/state.ts';
import { newNode } from './newNode.ts';
import { roomBetween } from './room.ts';

type Parts = Pick<State, 'document' | 'catalogue'>;
type Params = PipelineNode['params'];

/** In the middle of a wire, drawn or only wished for; undefined where the type does not fit there. */
export function insertBetween(
  type: NodeType,
  params: Params,
  edge: Edge,
  { document, catalogue }: Parts,
): Command | undefined {
  const [a, b] = [document.nodesById.get(edge.from.node), document.nodesById.get(edge.to.node)];
  if (a === undefined || b === undefined) return undefined;
  const { place, moved } = roomBetween(document, a, [b]);
  const node = { ...newNode(type, document, place), params, position: place };
  const command = leadThrough(document, catalogue, node, edge);
  return command && withRoom(document, command, moved);
}

/** Behind an output: every wire that left it leaves the new node. */
export function insertAfter(
  type: NodeType,
  params: Params,
  from: PortRef,
  { document, catalogue }: Parts,
): Command | undefined {
  const source = document.nodesById.get(from.node);
  const [input, output] = [type.inputs[0]?.name, type.outputs[0]?.name];
  if (source === undefined || input === undefined || output === undefined) return undefined;
  const leaving = [...document.edgesById.values()].filter(
    (edge) => edge.from.node === from.node && edge.from.port === from.port,
  );
  const after = new Set(leaving.flatMap(({ to }) => document.nodesById.get(to.node) ?? []));
  const { place, moved } = roomBetween(document, source, [...after]);
  const node = { ...newNode(type, document, place), params, position: place };
  const gone = removals(document, new Set(), new Set(leaving.map(edgeId)));
  let next = applyChange(document, gone);
  next = applyChange(next, additions(next, [node]));
  const wires = [
    { from, to: { node: node.id, port: input } },
    ...leaving.map(({ to }) => ({ from: { node: node.id, port: output }, to })),
  ];
  for (const wire of wires) {
    const wired = connect(next, catalogue, wire);
    if (wired === undefined) return undefined;
    next = applyChange(next, wired.change);
  }
  const change = difference(document, next);
  return withRoom(document, { name: 'insert-node', about: {}, change, select: [node.id] }, moved);
}

function withRoom(
  document: DocumentSlice,
  command: Command,
  moved: ReadonlyMap<string, { readonly x: number; readonly y: number }>,
): Command {
  const { nodes } = moveNodes(document, moved).change;
  // Of what is there already the insertion changes only wires.
  return { ...command, change: { ...command.change, nodes: [...command.change.nodes, ...nodes] } };
}
