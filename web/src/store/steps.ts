/** Which node a step of a run is: of the graph, or of a subflow that a node of it runs. */
import type { PipelineNode } from '#schemas/types.ts';
import type { DocumentSlice } from './state.ts';

export type StepPlace = {
  readonly node: PipelineNode;
  /** The subflow that it stands in. */
  readonly definition?: string;
};

type Graphs = Pick<DocumentSlice, 'nodesById' | 'definitions'>;

/** The places along a step's path, from the graph inwards; empty where nothing of it is there any more. */
export function placesOf(step: string, { nodesById, definitions }: Graphs): readonly StepPlace[] {
  const [top = '', ...inner] = step.split('/');
  const first = nodesById.get(top);
  if (first === undefined) return [];
  const places: StepPlace[] = [{ node: first }];
  for (const id of inner) {
    const definition = subflowOf(places.at(-1)!.node, { definitions });
    const node = definition && definitions[definition]!.nodes.find((each) => each.id === id);
    // A part of the path that names no node tells the runs of one subflow apart.
    if (node) places.push({ node, definition });
  }
  return places;
}

/** The id of the subflow that a node runs. */
export function subflowOf(
  { params }: PipelineNode,
  { definitions }: Pick<Graphs, 'definitions'>,
): string | undefined {
  const { definition } = params;
  const isThere = typeof definition === 'string' && Object.hasOwn(definitions, definition);
  return isThere ? definition : undefined;
}

/** The same of a step; undefined within itself, as a file may have it though no run does. */
export function subflowIn(step: string, graphs: Graphs): string | undefined {
  const places = placesOf(step, graphs);
  const node = places.at(-1)?.node;
  const id = node && subflowOf(node, graphs);
  return places.some(({ definition }) => definition !== undefined && definition === id)
    ? undefined
    : id;
}
