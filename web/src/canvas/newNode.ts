import { freshId } from '#schemas/graph.ts';
import type { NodeType, PipelineNode } from '#schemas/types.ts';
import type { DocumentSlice } from '../store/state.ts';
import type { Point } from '../store/commands/nodes.ts';
import { snappedPoint } from './geometry.ts';

/** A node of a type with its defaults, under an id that is free in the document. */
export function newNode(
  type: NodeType,
  { nodesById }: Pick<DocumentSlice, 'nodesById'>,
  place: Point,
): PipelineNode {
  return {
    id: freshId(type.type, new Set(nodesById.keys())),
    type: type.type,
    version: type.version,
    params: {},
    position: snappedPoint(place),
  };
}
