/** What is known to keep a run from its end before it starts, and what of it can run all the same. */
import { afresh, wanted } from '#schemas/graph.ts';
import type { Problem } from '#schemas/types.ts';
import { pipelineOf } from './document.ts';
import { heldPins } from './pins.ts';
import type { State } from './state.ts';

export type Stopped = {
  readonly problems: readonly Problem[];
  /** Nodes without a problem, in them or before them. */
  readonly ready: readonly string[];
};

type Known = Pick<State, 'document' | 'analysis' | 'forecast'>;

/**
 * Of a run to `targets`, or of everything. Undefined where nothing is wrong, and while the graph is being looked at: then
 * the server judges. What may pass by itself, such as a full disk, stops nobody from trying again.
 */
export function stoppedBy(state: Known, targets?: readonly string[]): Stopped | undefined {
  const { document, analysis } = state;
  if (analysis.status !== 'fresh' || analysis.problems.length === 0) return undefined;
  const graph = pipelineOf(document);
  const pinned = heldPins(state);
  const asked = wanted(graph, { targets, pinned }) ?? new Set(document.nodesById.keys());
  const problems = analysis.problems.filter(
    ({ kind, node }) => kind !== 'operational' && (node === undefined || asked.has(node)),
  );
  if (problems.length === 0) return undefined;
  const nodes = problems.flatMap(({ node }) => node ?? []);
  // What is told of no node is wrong with the whole pipeline.
  if (nodes.length < problems.length) return { problems, ready: [] };
  const blocked = afresh(graph, nodes, pinned);
  return { problems, ready: [...asked].filter((id) => !blocked.has(id)) };
}
