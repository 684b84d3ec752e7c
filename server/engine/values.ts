/**
 * The outputs of a graph's steps while it runs. What came from the cache is made only when something asks for it,
 * and every value is let go as soon as nothing can ask for it any more.
 */
import type { Value } from '#nodes/sdk/values.ts';
import type { Planned, Step, Wire } from './planned.ts';
import type { Stored } from './ports.ts';

/** By output port. A port that is absent was not taken: a branch left out. */
export type Outputs = { readonly [port: string]: Value };

/** By input port: one value, or those of the wires of a port that takes many. */
export type InputValues = { readonly [port: string]: Value | readonly Value[] | undefined };

/** A value from outside the graph and the key it counts by. */
export interface Given {
  readonly value: Value;
  readonly key: string;
}

/** Makes a plan or fit step's outputs again from what was kept of it. */
export type Remake = (step: Step, inputs: InputValues, stored: Stored) => Outputs;

export class Values {
  readonly #planned: Planned;
  readonly #given: ReadonlyMap<string, Given>;
  readonly #remake: Remake;
  readonly #outputs: (Outputs | undefined)[] = [];
  readonly #stored: (Stored | undefined)[] = [];
  /** How many steps may still ask for a step's outputs. */
  readonly #uses: number[];
  readonly #needsNothing: boolean[] = [];

  constructor(
    planned: Planned,
    given: ReadonlyMap<string, Given>,
    keep: ReadonlySet<number>,
    remake: Remake,
  ) {
    this.#planned = planned;
    this.#given = given;
    this.#remake = remake;
    this.#uses = planned.steps.map(
      (step) => step.dependents.length + (keep.has(step.index) ? 1 : 0),
    );
  }

  hold(index: number, outputs: Outputs): void {
    this.#outputs[index] = outputs;
    this.leave(index);
    if (this.#uses[index] === 0) this.#outputs[index] = undefined;
  }

  /** The step's outputs are in the cache; plan and fit steps need their inputs to be made again. */
  holdStored(index: number, stored: Stored): void {
    if (stored.kind === 'outputs') {
      this.hold(index, this.#remake(this.#planned.steps[index]!, {}, stored));
      return;
    }
    this.#stored[index] = stored;
    if (this.#uses[index] === 0) this.leave(index);
  }

  taken(wire: Wire): boolean {
    if ('given' in wire) return this.#given.has(wire.given);
    const outputs = this.#outputs[wire.step];
    return outputs ? Object.hasOwn(outputs, wire.port) : this.#stored[wire.step] !== undefined;
  }

  read(wire: Wire): Value | undefined {
    if ('given' in wire) return this.#given.get(wire.given)?.value;
    return this.outputs(wire.step)?.[wire.port];
  }

  inputs({ inputs }: Step): InputValues {
    const entries = inputs.map(({ name, port, wires }) => {
      const values = wires.map((wire) => this.read(wire)).filter((value) => value !== undefined);
      return [name, port.many ? values : values[0]] as const;
    });
    return Object.fromEntries(entries);
  }

  /** Undefined where the step gave nothing. Makes what is only known by its cached state, upstream steps first. */
  outputs(index: number): Outputs | undefined {
    if (this.#outputs[index] || !this.#stored[index]) return this.#outputs[index];
    const wanted = new Set<number>();
    const stack = [index];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      if (!this.#stored[at] || wanted.has(at)) continue;
      wanted.add(at);
      stack.push(...this.#planned.steps[at]!.producers);
    }
    // The order of the steps is an order in which each can be made.
    for (const at of [...wanted].sort((a, b) => a - b)) {
      const step = this.#planned.steps[at]!;
      this.#outputs[at] = this.#remake(step, this.inputs(step), this.#stored[at]!);
      this.#stored[at] = undefined;
      this.leave(at);
    }
    return this.#outputs[index];
  }

  /** The step will not ask for its inputs again. */
  leave(index: number): void {
    const left = [index];
    for (let at = left.pop(); at !== undefined; at = left.pop()) {
      if (this.#needsNothing[at]) continue;
      this.#needsNothing[at] = true;
      for (const producer of this.#planned.steps[at]!.producers) {
        this.#uses[producer]! -= 1;
        if (this.#uses[producer]! > 0) continue;
        this.#outputs[producer] = undefined;
        // What was never made needs its own inputs no more either.
        if (this.#stored[producer]) left.push(producer);
        this.#stored[producer] = undefined;
      }
    }
  }
}
