import { EsteiraError } from '#schemas/errors.ts';
import type { PortSpec } from '#schemas/types.ts';
import { portsOf } from '../../store/ports.ts';
import type { State } from '../../store/state.ts';
import { wiresInto } from '../../store/wiresInto.ts';

export type Unwired = { readonly node: string; readonly port: PortSpec };

/** The nearest input without which nothing can be said of a node's outputs: its own, or of a node that leads to it. */
export function unwired(
  { document, catalogue }: Pick<State, 'document' | 'catalogue'>,
  id: string,
): Unwired | undefined {
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
    for (const { from } of edges) seen.add(from.node);
  }
  return undefined;
}
