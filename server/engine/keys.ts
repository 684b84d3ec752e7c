/** The name of a result: a hash of everything that decides it, known before anything runs. */
import { sha256 } from './hash.ts';
import type { Identity, Step, Wire } from './planned.ts';

/** What is remembered of a step's last result: its key and what the key was made of. */
export interface KeyRecord {
  readonly key: string;
  readonly identity: Identity;
  /** By input port, in the order of the wires; an id is absent for what a caller gave. */
  readonly inputs: { readonly [port: string]: readonly InputKey[] };
}

export interface InputKey {
  /** The upstream node's id, or the name of the definition's input. */
  readonly from: string;
  readonly key: string;
}

/** An input that was not taken (a branch left out) counts too: the result may depend on it. */
export const NOT_TAKEN = 'not taken';

/** The key of one output port: consumers of another port of the same step have another input. */
export const portKey = (stepKey: string, port: string): string => `${stepKey}:${port}`;

/**
 * Written in one fixed order, whatever the order in the document: params by name (see paramTexts), sources by place,
 * inputs as the node's type lists its ports.
 */
export function keyOf(identity: Identity, inputs: KeyRecord['inputs']): string {
  const { type, version, params, seed, backend, definition, effect } = identity;
  const sources = Object.entries(identity.sources)
    .map(([path, { hash }]) => [path, hash] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const keys = Object.entries(inputs).map(([port, list]) => [port, list.map(({ key }) => key)]);
  // An absent part is null in JSON, and none of these is ever null itself.
  return sha256(
    JSON.stringify([type, version, params, sources, seed, backend, definition, effect, keys]),
  );
}

/** Resolves the key of what a wire brings; undefined while it is not known before the run. */
export type KeyOfWire = (wire: Wire) => string | undefined;

/** The record of a step, or undefined where an input's key is not known yet. `backend` is that of the tensors. */
export function recordOf(
  step: Step,
  steps: readonly Step[],
  backend: string,
  keyOfWire: KeyOfWire,
): KeyRecord | undefined {
  if (step.pin) return { key: step.pin.key, identity: step.identity, inputs: {} };
  const inputs: [port: string, keys: InputKey[]][] = [];
  for (const input of step.inputs) {
    const keys: InputKey[] = [];
    for (const wire of input.wires) {
      const key = keyOfWire(wire);
      if (key === undefined) return undefined;
      const from = 'given' in wire ? wire.given : steps[wire.step]!.nodeId;
      keys.push({ from, key });
    }
    if (keys.length > 0) inputs.push([input.name, keys]);
  }
  const identity = step.tensors ? { ...step.identity, backend } : step.identity;
  // Ports of definitions have any name: fromEntries makes own properties of them all.
  const byPort = Object.fromEntries(inputs);
  return { key: keyOf(identity, byPort), identity, inputs: byPort };
}

/**
 * The records of all steps whose keys can be told before the run; `given` holds the keys of a definition's inputs.
 * What comes after an effect cannot be told: its inputs are named by their content once they are there.
 */
export function recordsOf(
  steps: readonly Step[],
  backend: string,
  given: ReadonlyMap<string, string> = new Map(),
): (KeyRecord | undefined)[] {
  const records: (KeyRecord | undefined)[] = [];
  const keyOfWire: KeyOfWire = (wire) => {
    if ('given' in wire) return given.get(wire.given) ?? NOT_TAKEN;
    if (steps[wire.step]!.identity.effect) return undefined;
    const record = records[wire.step];
    return record && portKey(record.key, wire.port);
  };
  for (const step of steps) records.push(recordOf(step, steps, backend, keyOfWire));
  return records;
}
