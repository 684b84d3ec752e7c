/** A node's result made whole, to be kept under a key of its own. */
import { EsteiraError } from '#schemas/errors.ts';
import { nodeName } from '#schemas/graph.ts';
import type { Pipeline } from '#schemas/types.ts';
import { foresee } from '#server/engine/foresight.ts';
import { keptPins, pinKey } from '#server/engine/pins.ts';
import type { Stored } from '#server/engine/ports.ts';
import { nodeOfStep, usesOf, type NodePlace } from '#server/engine/uses.ts';
import type { PinJob } from '../queryCalls.ts';
import { documentOf, lookPorts, planLook } from './foresee.ts';
import type { QueryWorld } from './world.ts';

export interface KeptResult {
  /** What decided the result. */
  readonly key: string;
  /** The key under which it is to be kept. */
  readonly at: string;
  /** JSON text. */
  readonly result: string;
}

/** Effects of no run. */
const NO_RUN = 'look';

/** Throws `pin-without-result` or `pin-of-effect`. Of what is kept, nothing is trained or asked again. */
export async function pin(
  job: PinJob,
  world: QueryWorld,
  signal: AbortSignal,
): Promise<KeptResult> {
  const given = documentOf(job);
  const place = nodeOfStep(given, usesOf(given, world.catalogue), job.node);
  if (!place) throw new EsteiraError('node-unknown', { id: job.node });
  // A node that is pinned already is pinned to what it gives now.
  const document = unpinned(given, place);
  const ports = lookPorts(world, signal);
  const pins = await keptPins(document, ports.cache);
  const { planned, errors } = planLook(document, job, world, [topOf(job.node)], pins);
  if (errors) throw errors[0]!;
  const outlooks = await foresee(planned, {
    ...ports,
    backend: ports.tensors.backend,
    run: job.run ?? NO_RUN,
    into: job.node,
  });
  const outlook = outlooks.get(job.node);
  const refuse = (code: 'pin-of-effect' | 'pin-without-result'): EsteiraError =>
    new EsteiraError(code, { name: nodeName(place.node) }, { node: job.node });
  const isEffect = outlook?.reason.code === 'never-cached';
  if (isEffect || outlook?.found?.record.identity.effect) throw refuse('pin-of-effect');
  const outputs = outlook?.outputs();
  if (!outlook?.found?.stored || !outputs) throw refuse('pin-without-result');
  const { record, stored } = outlook.found;
  const { rows, notes, curve } = stored;
  const whole: Stored = {
    kind: 'outputs',
    outputs,
    ...(rows === undefined ? {} : { rows }),
    ...(notes ? { notes } : {}),
    ...(curve ? { curve } : {}),
  };
  const at = pinKey(record.identity.type, record.key);
  return { key: record.key, at, result: JSON.stringify(whole) };
}

const topOf = (step: string): string => step.split('/')[0]!;

function unpinned(document: Pipeline, { node, definition }: NodePlace): Pipeline {
  if (node.pinned === undefined) return document;
  const { pinned: _, ...free } = node;
  const among = (nodes: Pipeline['nodes']) => nodes.map((each) => (each === node ? free : each));
  if (definition === undefined) return { ...document, nodes: among(document.nodes) };
  const whole = document.definitions[definition]!;
  const changed = { ...whole, nodes: among(whole.nodes) };
  return { ...document, definitions: { ...document.definitions, [definition]: changed } };
}
