import type { Json } from '../types.ts';

export type Params = Readonly<Record<string, Json>>;

/** Params of one version as params of the next. */
export type ParamsStep = (params: Record<string, Json>) => Record<string, Json>;

/** Brings a node one version up. A function alone changes the params only. */
export type NodeStep =
  | ParamsStep
  | {
      /** What the step is for. */
      readonly name?: string;
      readonly params?: ParamsStep;
      /** New names of ports by their old ones; wires follow. */
      readonly inputs?: Readonly<Record<string, string>>;
      readonly outputs?: Readonly<Record<string, string>>;
    };

/** What migrating needs to know of a node type; a node definition has it. */
export type NodeVersions = {
  readonly type: string;
  readonly version: number;
  /** From version n to n + 1, by n. */
  readonly migrations?: Readonly<Record<number, NodeStep>> | undefined;
};

/** Refuses, when the catalogue loads, a type whose steps leave a gap or lead beyond its version. */
export function checkNodeVersions({ type, version, migrations = {} }: NodeVersions): void {
  for (let from = 1; from < version; from += 1) {
    if (!Object.hasOwn(migrations, from)) {
      throw new Error(`The node type “${type}” has no migration from version ${from}`);
    }
  }
  for (const from of Object.keys(migrations)) {
    if (!(Number(from) >= 1 && Number(from) < version)) {
      throw new Error(
        `The node type “${type}” has a migration from ${from}, and version ${version}`,
      );
    }
  }
}

/** A step's name for messages. */
export function stepName(step: NodeStep, from: number): string {
  const name = typeof step === 'function' ? step.name : step.name;
  return name === undefined || name === '' || /^\d+$/.test(name) ? `${from} → ${from + 1}` : name;
}
