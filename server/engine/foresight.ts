/**
 * Goes through a graph as a run would, without running: what is kept is taken, what is asked or done to the world is
 * supposed, and what nobody can tell is said to be so.
 */
import type { Reason } from '#schemas/types.ts';
import type { Value } from '#nodes/sdk/values.ts';
import { isTorn, together, type Awaited } from './awaited.ts';
import { remake } from './execute.ts';
import { blockedBy, type Fate } from './fates.ts';
import { contentHash } from './hash.ts';
import { NOT_TAKEN, portKey, recordOf, type KeyRecord } from './keys.ts';
import { Lookup, type Found } from './lookup.ts';
import type { Planned, Step, Wire } from './planned.ts';
import type { CachePort, HistoryPort, RecipesPort } from './ports.ts';
import { goInto, supposed, type Supposed } from './suppose.ts';
import { Values, type Given, type Outputs } from './values.ts';

export interface ForesightWorld {
  readonly cache: Pick<CachePort, 'get'>;
  readonly history: Pick<HistoryPort, 'last'>;
  readonly recipes: RecipesPort;
  /** Name of the tensors' backend, which is part of some keys. */
  readonly backend: string;
  /** What this run did to the world, and was answered, counts as done. */
  readonly run?: string;
  /** What an effect gave in this run it is supposed to give again. */
  readonly last?: string;
  /** Id of a step inside a definition: the way to it is looked at even where nothing of it would run. */
  readonly into?: string;
}

export interface Outlook {
  /** `open`: it runs, or what it would give is found; only the run can tell. */
  readonly will: 'run' | 'reuse' | 'skip' | 'open';
  readonly reason: Reason;
  /** What comes first, in each run anew. All else is told for the case that it gives what it is supposed to give. */
  readonly after: readonly Awaited[];
  /** Absent where it is open, or where the node is left out. */
  readonly found?: Found | undefined;
  /** What it gives, made from what is kept; undefined where that is not all there. */
  outputs(): Outputs | undefined;
}

/** By step id, in the order of a run; what is done in a definition comes after the step that runs it. */
export async function foresee(
  planned: Planned,
  world: ForesightWorld,
): Promise<ReadonlyMap<string, Outlook>> {
  const shared: Shared = {
    ...world,
    outlooks: new Map(),
    children: { started: 0 },
    open: (...graph) => new Foresight(...graph, shared),
  };
  await shared.open(planned, new Map(), []).go();
  return shared.outlooks;
}

/** What the graphs of one look share. */
interface Shared extends ForesightWorld {
  readonly outlooks: Map<string, Outlook>;
  readonly children: { started: number };
  readonly open: (
    planned: Planned,
    given: ReadonlyMap<string, Arrival>,
    before: readonly Awaited[],
  ) => Foresight;
}

/** What is known of what a wire brings. */
export interface Arrival {
  readonly taken: boolean;
  /** Undefined where only the run can tell. */
  readonly key: string | undefined;
  /** Absent where it is not there yet. */
  readonly value?: (() => Value | undefined) | undefined;
  readonly after: readonly Awaited[];
}

const isAsking = ({ definition }: Step): boolean =>
  'asks' in definition && definition.asks !== undefined;

/** Of a key that is not known: as no other. */
const UNKNOWN = 'unknown';

export class Foresight {
  readonly planned: Planned;
  readonly world: Shared;
  readonly values: Values;
  readonly #given: ReadonlyMap<string, Arrival>;
  /** What comes before the step that runs this graph. */
  readonly #before: readonly Awaited[];
  #lookup!: Lookup;
  readonly #fates: Fate[] = [];
  /** By step, what its outputs bring. */
  readonly #made: ((port: string) => Arrival)[] = [];

  constructor(
    planned: Planned,
    given: ReadonlyMap<string, Arrival>,
    before: readonly Awaited[],
    world: Shared,
  ) {
    this.planned = planned;
    this.world = world;
    this.#given = given;
    this.#before = before;
    const all = new Set(planned.steps.keys());
    this.values = new Values(planned, this.#known(), all, (step, inputs, stored) =>
      remake(step, inputs, stored, world.recipes),
    );
  }

  async go(): Promise<void> {
    const { steps, unselected } = this.planned;
    const { run = '', backend, cache, history, outlooks } = this.world;
    const reason = { code: 'not-selected' } as const;
    for (const id of unselected) {
      outlooks.set(id, { will: 'skip', reason, after: this.#before, outputs: () => undefined });
    }
    // No run has the name '', so no effect is found as done there.
    this.#lookup = await Lookup.open({ run, backend, cache, history }, steps, this.#known());
    for (const step of steps) await this.#visit(step);
  }

  arrival(wire: Wire): Arrival {
    if ('step' in wire) return this.#made[wire.step]!(wire.port);
    return this.#given.get(wire.given) ?? { taken: false, key: NOT_TAKEN, after: [] };
  }

  /** Whether all that comes into a step is there, so that what it gives can be made from what is kept of it. */
  isFed(step: Step): boolean {
    const wires = step.inputs.flatMap((input) => input.wires);
    return wires.every((wire) => {
      const { taken, value } = this.arrival(wire);
      return !taken || value !== undefined;
    });
  }

  #known(): ReadonlyMap<string, Given> {
    const known = new Map<string, Given>();
    for (const [name, { key, value }] of this.#given) {
      const whole = value?.();
      if (whole && key !== undefined) known.set(name, { value: whole, key });
    }
    return known;
  }

  async #visit(step: Step): Promise<void> {
    const { steps } = this.planned;
    const wires = step.inputs.flatMap((input) => input.wires);
    const after = together([this.#before, ...wires.map((wire) => this.arrival(wire).after)]);
    const values = { taken: (wire: Wire) => this.arrival(wire).taken };
    const blocked = blockedBy(step, this.#fates, values, (at) => steps[at]!.id);
    this.#fates[step.index] = blocked?.fate ?? { state: 'done' };
    if (blocked) {
      this.#made[step.index] = () => ({ taken: false, key: NOT_TAKEN, after });
      this.#say(step, { will: 'skip', reason: blocked.reason, after });
      return;
    }
    const record = isTorn(after) ? undefined : this.#recordOf(step, (key) => key);
    const found = record && (await this.#lookup.foretell(step, record, () => this.#later(step)));
    if (found?.stored) await this.#reuse(step, found, after);
    else await this.#run(step, found, after);
  }

  async #reuse(step: Step, found: Found, after: readonly Awaited[]): Promise<void> {
    const { stored, reason } = found;
    this.#say(step, { will: 'reuse', reason, after, found });
    const isThere = stored!.kind === 'outputs' || this.isFed(step);
    if (isThere) this.values.holdStored(step.index, stored!);
    const gives = stored!.kind === 'outputs' ? stored!.outputs : step.outputs;
    this.#gives(step, found.record, (port) => {
      return { taken: Object.hasOwn(gives, port), isThere, after };
    });
    if (this.world.into?.startsWith(`${step.id}/`)) await goInto(step, this);
  }

  async #run(step: Step, found: Found | undefined, after: readonly Awaited[]): Promise<void> {
    const { effect } = step.identity;
    const runs = found !== undefined || effect || step.fresh;
    const reason = found?.reason ?? this.#why(step);
    this.#say(step, { will: runs ? 'run' : 'open', reason, after, found });
    const outcome = runs ? await supposed(step, found?.record, this) : undefined;
    this.#gives(step, found?.record, (port) => {
      const { taken = true, isThere = false, after: inside = [] } = outcome?.(port) ?? {};
      const answer = isAsking(step) ? { answer: port } : {};
      const own = effect ? [{ step: step.id, ...answer }] : [];
      return { taken, isThere, after: together([after, inside, own]) };
    });
  }

  #gives(step: Step, record: KeyRecord | undefined, of: (port: string) => Supposed): void {
    const known = new Map<string, Arrival>();
    this.#made[step.index] = (port) => {
      const found = known.get(port);
      if (found) return found;
      const { taken, isThere, after } = of(port);
      const value = isThere ? () => this.#read({ step: step.index, port }) : undefined;
      const arrival = { taken, key: taken ? this.#key(step, record, port, value) : NOT_TAKEN };
      const whole = { ...arrival, after, ...(taken && value ? { value } : {}) };
      known.set(port, whole);
      return whole;
    };
  }

  #key(
    step: Step,
    record: KeyRecord | undefined,
    port: string,
    value: (() => Value | undefined) | undefined,
  ): string | undefined {
    if (!step.identity.effect) return record && portKey(record.key, port);
    // As in a run, what an effect gives counts by what it is.
    const content = value?.();
    return content && contentHash(content);
  }

  /** What cannot be made any more, by a node of today from a state of yesterday, is not there. */
  #read(wire: Wire): Value | undefined {
    try {
      return this.values.read(wire);
    } catch {
      return undefined;
    }
  }

  #recordOf(
    step: Step,
    known: (key: string | undefined) => string | undefined,
  ): KeyRecord | undefined {
    const { steps } = this.planned;
    return recordOf(step, steps, this.world.backend, (wire) => known(this.arrival(wire).key));
  }

  /** Of an open step: what it hangs on besides what is not known. */
  #why(step: Step): Reason {
    if (step.fresh && !step.identity.effect) return { code: 'asked-for' };
    return this.#lookup.why(
      step,
      this.#recordOf(step, (key) => key ?? UNKNOWN)!,
    );
  }

  /** What the steps from this one on would be made of if nothing more came otherwise than thought. */
  #later(from: Step): readonly (KeyRecord | undefined)[] {
    const { steps } = this.planned;
    const records: (KeyRecord | undefined)[] = [];
    const keyOfWire = (wire: Wire): string | undefined => {
      if (!('step' in wire) || wire.step < from.index) return this.arrival(wire).key;
      if (steps[wire.step]!.identity.effect) return undefined;
      const record = records[wire.step];
      return record && portKey(record.key, wire.port);
    };
    for (const step of steps.slice(from.index)) {
      records[step.index] = recordOf(step, steps, this.world.backend, keyOfWire);
    }
    return records;
  }

  #say(step: Step, outlook: Omit<Outlook, 'outputs'>): void {
    const outputs = (): Outputs | undefined => {
      try {
        return this.values.outputs(step.index);
      } catch {
        return undefined;
      }
    };
    this.world.outlooks.set(step.id, { ...outlook, outputs });
  }
}
