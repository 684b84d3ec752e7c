/** A node's result made whole, to be kept under a key of its own. */
import { EsteiraError } from '#schemas/errors.ts';
import { nodeName } from '#schemas/graph.ts';
import { Lookup } from '#server/engine/lookup.ts';
import { keptPins, pinKey } from '#server/engine/pins.ts';
import type { Step } from '#server/engine/planned.ts';
import type { Stored } from '#server/engine/ports.ts';
import type { PinJob } from '../queryCalls.ts';
import { documentOf, lookPorts, planLook } from './foresee.ts';
import { runTo } from './runTo.ts';
import type { QueryWorld } from './world.ts';

export interface KeptResult {
  /** What decided the result. */
  readonly key: string;
  /** The key under which it is to be kept. */
  readonly at: string;
  /** JSON text. */
  readonly result: string;
}

const LOOK = 'look';

/** Throws `pin-without-result` or `pin-of-effect`. Of what is kept, nothing is trained or asked again. */
export async function pin(
  job: PinJob,
  world: QueryWorld,
  signal: AbortSignal,
): Promise<KeptResult> {
  const document = documentOf(job);
  const ports = lookPorts(world, signal);
  const pins = new Map(await keptPins(document, ports.cache));
  // A node that is pinned already is pinned to what it gives now.
  pins.delete(job.node);
  const { planned, errors } = planLook(document, job, world, [job.node], pins);
  if (errors) throw errors[0]!;
  const backend = ports.tensors.backend;
  const lookup = await Lookup.open({ ...ports, run: LOOK, backend }, planned.steps);
  const step = planned.steps.find(({ id }) => id === job.node)!;
  const found = lookup.foretell(step);
  const refuse = (code: 'pin-of-effect' | 'pin-without-result'): EsteiraError => {
    const name = nodeName(document.nodes.find(({ id }) => id === job.node)!);
    return new EsteiraError(code, { name }, { node: job.node });
  };
  if (!found || step.identity.effect) throw refuse('pin-of-effect');
  const isKept = (each: Step): boolean => lookup.foretell(each)?.stored !== undefined;
  // A plan or fit step is made again from its inputs, so they have to be there as well.
  const isWhole = planned.steps.every((each) => each.kind === 'plan' || isKept(each));
  if (!found.stored || (found.stored.kind !== 'outputs' && !isWhole)) {
    throw refuse('pin-without-result');
  }
  const outputs =
    found.stored.kind === 'outputs'
      ? found.stored.outputs
      : await runTo(planned, ports, { node: job.node, run: LOOK }, signal);
  if (!outputs) throw refuse('pin-without-result');
  const { rows, notes, curve } = found.stored;
  const whole: Stored = {
    kind: 'outputs',
    outputs,
    ...(rows === undefined ? {} : { rows }),
    ...(notes ? { notes } : {}),
    ...(curve ? { curve } : {}),
  };
  const { key } = found.record;
  return { key, at: pinKey(step.definition.type, key), result: JSON.stringify(whole) };
}
