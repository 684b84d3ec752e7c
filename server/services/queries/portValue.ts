/** What stands on one wire of a document: from what is kept, from sources, by relational steps and by pictures. */
import { EsteiraError } from '#schemas/errors.ts';
import { nodeTitle } from '#schemas/graph.ts';
import type { Pipeline } from '#schemas/types.ts';
import type { Value } from '#nodes/sdk/values.ts';
import { keptPins } from '#server/engine/pins.ts';
import type { Planned, Step } from '#server/engine/planned.ts';
import type { EnginePorts } from '#server/engine/ports.ts';
import type { PortJob } from '../queryCalls.ts';
import { documentOf, isSource, keptSteps, lookPorts, planLook } from './foresee.ts';
import { runTo } from './runTo.ts';
import type { QueryWorld } from './world.ts';

/** Seconds that a node may work for a look: what takes longer is worth a run. */
const PATIENCE = 10;

/** Effects of no run: what a run did to the world is found again by that run only. */
const NO_RUN = 'look';

/**
 * Throws `preview-needs-run` where something would have to be trained, asked or done for it, `preview-other-way` where
 * the run's answer led past it.
 */
export async function portValue(
  job: PortJob,
  world: QueryWorld,
  signal: AbortSignal,
): Promise<{ value: Value; ports: EnginePorts }> {
  const document = documentOf(job);
  const ports = lookPorts(world, signal);
  const pins = await keptPins(document, ports.cache);
  const { planned, errors } = planLook(document, job, world, [job.node], pins);
  if (errors) throw errors[0]!;
  await refuseWork(planned, document, ports, job);
  const { node, port, run = NO_RUN } = job;
  const isWork = planned.steps.some((step) => isPreview(step) && !step.pin);
  const outputs = isWork
    ? await hurried(signal, (limited) => runTo(planned, ports, { node, run }, limited))
    : await runTo(planned, ports, { node, run }, signal);
  const value = outputs?.[port];
  if (!value) throw nothingAt(planned, job);
  return { value, ports };
}

/** A port that is there and has no value was left out by an answer, at its own node or before it. */
function nothingAt({ steps }: Planned, { node, port }: PortJob): EsteiraError {
  const step = steps.find(({ id }) => id === node);
  return step?.outputs[port] === undefined
    ? new EsteiraError('not-found', { what: 'preview', id: `${node}.${port}` })
    : new EsteiraError('preview-other-way', {}, { node });
}

async function refuseWork(
  planned: Planned,
  document: Pipeline,
  ports: EnginePorts,
  { run: id = NO_RUN }: PortJob,
): Promise<void> {
  const kept = await keptSteps(planned, ports, id);
  for (const step of planned.steps) {
    if (step.kind !== 'run' || isSource(step) || isPreview(step) || kept(step)) continue;
    const node = document.nodes.find((each) => each.id === step.nodeId);
    const name = node ? nodeTitle(node) : step.nodeId;
    throw new EsteiraError('preview-needs-run', { name }, { node: step.nodeId });
  }
}

/** It says of itself that it only reads, and is quick. */
const isPreview = ({ definition }: Step): boolean =>
  'run' in definition && definition.previews === true;

/** Throws `query-too-long` where it is not over in time. */
async function hurried<T>(
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const late = AbortSignal.timeout(PATIENCE * 1000);
  try {
    return await work(AbortSignal.any([signal, late]));
  } catch (thrown) {
    if (!late.aborted || signal.aborted) throw thrown;
    throw new EsteiraError('query-too-long', { seconds: PATIENCE });
  }
}
