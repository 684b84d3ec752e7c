/** Runs up to one node for a look at what it gives. */
import { EsteiraError, fromData } from '#schemas/errors.ts';
import type { Planned } from '#server/engine/planned.ts';
import type { EnginePorts } from '#server/engine/ports.ts';
import { run } from '#server/engine/run.ts';
import type { Outputs } from '#server/engine/values.ts';

/** Undefined where the node was not taken. Throws what a step fails with. */
export async function runTo(
  planned: Planned,
  ports: EnginePorts,
  { node, run: id }: { readonly node: string; readonly run: string },
  signal: AbortSignal,
): Promise<Outputs | undefined> {
  const steps = run(planned, ports, { run: id, signal, keep: [node] });
  for (;;) {
    const next = await steps.next();
    if (next.done) {
      const { status, error, kept } = next.value;
      if (status === 'cancelled') throw new EsteiraError('cancelled', {});
      if (error) throw error;
      return kept.get(node);
    }
    if (next.value.type === 'node-failed') throw fromData(next.value.error);
  }
}
