import { EsteiraError } from '#schemas/errors.ts';
import type { PortSpec, Problem } from '#schemas/types.ts';
import { portsOf } from '../../store/ports.ts';
import type { State } from '../../store/state.ts';
import { wiresInto } from '../../store/wiresInto.ts';

/** An input that has no wire, or a field that stands wrong. */
export type Obstacle =
  | { readonly node: string; readonly port: PortSpec }
  | { readonly node: string; readonly problem: Problem };

type Known = Pick<State, 'document' | 'catalogue' | 'forecast'> & {
  readonly analysis: Pick<State['analysis'], 'problemsByNode'>;
};

/** Of the graph that was asked about last: panels ask at each change of anything. */
let last: (Known & { readonly found: Map<string, Obstacle | undefined> }) | undefined;

/** The nearest thing that lets nothing be said of a node's outputs: at the node itself, or at one that leads to it. */
export function obstacle(state: Known, id: string): Obstacle | undefined {
  const { document, catalogue, forecast, analysis } = state;
  const isOfLast =
    last?.document === document &&
    last.catalogue === catalogue &&
    last.forecast === forecast &&
    last.analysis.problemsByNode === analysis.problemsByNode;
  if (last === undefined || !isOfLast) {
    last = { document, catalogue, forecast, analysis, found: new Map() };
  }
  const { found } = last;
  if (!found.has(id)) found.set(id, nearest(state, id));
  return found.get(id);
}

function nearest(state: Known, id: string): Obstacle | undefined {
  const { document, forecast } = state;
  const into = wiresInto(document.edgesById);
  const seen = new Set<string>([id]);
  // A set grows while it is walked.
  for (const each of seen) {
    const edges = into.get(each) ?? [];
    const wired = new Set(edges.map(({ to }) => to.port));
    const found = ofNode(state, each, wired);
    if (found !== undefined) return found;
    // What is pinned has its result, whatever leads to it.
    const isPinned = document.nodesById.get(each)?.pinned !== undefined;
    if (isPinned && !forecast.lostPins.has(each)) continue;
    for (const { from } of edges) seen.add(from.node);
  }
  return undefined;
}

function ofNode(
  { document, catalogue, analysis }: Known,
  id: string,
  wired: ReadonlySet<string>,
): Obstacle | undefined {
  const node = document.nodesById.get(id);
  const ports = node && portsOf(catalogue, document, node);
  const port =
    ports === undefined || ports instanceof EsteiraError
      ? undefined
      : ports.inputs.find(({ name, required }) => required && !wired.has(name));
  if (port !== undefined) return { node: id, port };
  // A problem without a field may be of what the node gives on; the server knows.
  const problem = analysis.problemsByNode.get(id)?.find(({ path }) => path !== undefined);
  return problem && { node: id, problem };
}
