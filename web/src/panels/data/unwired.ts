import { EsteiraError } from '#schemas/errors.ts';
import type { PortSpec } from '#schemas/types.ts';
import { portsOf } from '../../store/ports.ts';
import type { State } from '../../store/state.ts';
import { wiresInto } from '../../store/wiresInto.ts';

export type Unwired = { readonly node: string; readonly port: PortSpec };

type Known = Pick<State, 'document' | 'catalogue' | 'forecast'>;

/** Of the graph that was asked about last: panels ask at each change of anything. */
let last: (Known & { readonly found: Map<string, Unwired | undefined> }) | undefined;

/** The nearest input without which nothing can be said of a node's outputs: its own, or of a node that leads to it. */
export function unwired(state: Known, id: string): Unwired | undefined {
  const { document, catalogue, forecast } = state;
  if (last?.document !== document || last.catalogue !== catalogue || last.forecast !== forecast) {
    last = { document, catalogue, forecast, found: new Map() };
  }
  const { found } = last;
  if (!found.has(id)) found.set(id, nearest(state, id));
  return found.get(id);
}

function nearest({ document, catalogue, forecast }: Known, id: string): Unwired | undefined {
  const into = wiresInto(document.edgesById);
  const seen = new Set<string>([id]);
  // A set grows while it is walked.
  for (const each of seen) {
    const node = document.nodesById.get(each);
    const edges = into.get(each) ?? [];
    const ports = node && portsOf(catalogue, document, node);
    const port =
      ports === undefined || ports instanceof EsteiraError
        ? undefined
        : ports.inputs.find(
            ({ name, required }) => required && !edges.some(({ to }) => to.port === name),
          );
    if (port !== undefined) return { node: each, port };
    // What is pinned has its result, whatever leads to it.
    if (node?.pinned !== undefined && !forecast.lostPins.has(each)) continue;
    for (const { from } of edges) seen.add(from.node);
  }
  return undefined;
}
