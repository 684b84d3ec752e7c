/** New nodes that stand between two others, or right behind one. */
import { edgeId } from '#schemas/graph.ts';
import type { Edge, NodeType, PipelineNode, PortRef } from '#schemas/types.ts';
import { CARD, cardBox, freePlace, type Box } from '../canvas/geometry.ts';
import { newNode } from '../canvas/newNode.ts';
import { applyChange, difference } from '../store/change.ts';
import type { Command } from '../store/commands/command.ts';
import { additions, removals } from '../store/commands/nodes.ts';
import { connect, insertOnEdge } from '../store/commands/wires.ts';
import type { DocumentSlice } from '../store/state.ts';
import type { Parts } from './fix.ts';

type Params = PipelineNode['params'];

const boxesOf = ({ nodesById }: DocumentSlice): readonly Box[] =>
  Array.from(nodesById.values(), cardBox);

/** In the middle of a wire; undefined where the type does not fit there. */
export function insertBetween(
  type: NodeType,
  params: Params,
  edge: Edge,
  { document, catalogue }: Parts,
): Command | undefined {
  const [a, b] = [document.nodesById.get(edge.from.node), document.nodesById.get(edge.to.node)];
  if (a === undefined || b === undefined) return undefined;
  const middle = { x: (a.position.x + b.position.x) / 2, y: (a.position.y + b.position.y) / 2 };
  const node = newNode(type, document, freePlace(middle, boxesOf(document)));
  // A wire that does not fit is there for a moment only, between the two halves of one step.
  return insertOnEdge(document, catalogue, { ...node, params }, edgeId(edge));
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
  const beside = { x: source.position.x + CARD.width / 2, y: source.position.y + CARD.height + 24 };
  const made = newNode(type, document, freePlace(beside, boxesOf(document)));
  const node = { ...made, params };
  const leaving = [...document.edgesById.values()].filter(
    (edge) => edge.from.node === from.node && edge.from.port === from.port,
  );
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
  return { name: 'insert-node', about: {}, change: difference(document, next), select: [node.id] };
}
