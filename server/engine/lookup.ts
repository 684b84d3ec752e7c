/** Finds what a graph's steps gave before: one question for the whole graph, further ones only where keys hang on values. */
import type { Reason } from '#schemas/types.ts';
import { contentHash, sha256 } from './hash.ts';
import { NOT_TAKEN, portKey, recordOf, recordsOf, type KeyRecord } from './keys.ts';
import type { Step, Wire } from './planned.ts';
import type { CachePort, HistoryPort, Stored } from './ports.ts';
import { whyRan } from './reasons.ts';
import type { Given, Values } from './values.ts';

export interface Found {
  readonly record: KeyRecord;
  /** Where its result is kept: by what decides it, or, for an effect, by this step of this run. */
  readonly key: string;
  readonly stored: Stored | undefined;
  readonly reason: Reason;
  /** The last result of this step was another one. */
  readonly isNews: boolean;
}

export interface LookupWorld {
  readonly run: string;
  readonly backend: string;
  readonly cache: Pick<CachePort, 'get'>;
  readonly history: Pick<HistoryPort, 'last'>;
  /** Steps that this run has computed before it waited or was tried again: once is enough. */
  readonly done?: ReadonlySet<string>;
}

export class Lookup {
  readonly #world: LookupWorld;
  readonly #steps: readonly Step[];
  readonly #given: ReadonlyMap<string, Given>;
  /** As known before the run; then as they turned out. */
  readonly #records: (KeyRecord | undefined)[];
  readonly #turnedOut: boolean[] = [];
  readonly #stored: Map<string, Stored>;
  readonly #previous: ReadonlyMap<string, KeyRecord>;

  private constructor(
    world: LookupWorld,
    steps: readonly Step[],
    given: ReadonlyMap<string, Given>,
    records: (KeyRecord | undefined)[],
    stored: ReadonlyMap<string, Stored>,
    previous: ReadonlyMap<string, KeyRecord>,
  ) {
    this.#world = world;
    this.#steps = steps;
    this.#given = given;
    this.#records = records;
    this.#stored = new Map(stored);
    this.#previous = previous;
  }

  static async open(
    world: LookupWorld,
    steps: readonly Step[],
    given: ReadonlyMap<string, Given> = new Map(),
  ): Promise<Lookup> {
    const keys = new Map([...given].map(([name, { key }]) => [name, key]));
    const records = recordsOf(steps, world.backend, keys);
    const wanted = steps.flatMap((step) => {
      const record = records[step.index];
      return record && !step.pin ? [storageKey(world.run, step, record)] : [];
    });
    const [stored, previous] = await Promise.all([
      world.cache.get(wanted),
      world.history.last(steps.map((step) => step.id)),
    ]);
    return new Lookup(world, steps, given, records, stored, previous);
  }

  /**
   * Before the run. `record` is what the step will be made of; where that is not what was thought first, so is much of
   * what comes after it: `later` gives what the other steps will be made of then, and all are asked for at once.
   */
  async foretell(
    step: Step,
    record: KeyRecord,
    later: () => readonly (KeyRecord | undefined)[],
  ): Promise<Found> {
    if (record.key !== this.#records[step.index]?.key) {
      const records = later();
      const news = this.#steps.flatMap((each) => {
        const now = each.index === step.index ? record : records[each.index];
        if (!now || each.pin || now.key === this.#records[each.index]?.key) return [];
        this.#records[each.index] = now;
        return [storageKey(this.#world.run, each, now)];
      });
      const stored = await this.#world.cache.get(news);
      for (const [key, result] of stored) this.#stored.set(key, result);
    }
    return this.#found(step, record, this.#stored);
  }

  /** Why a step would run that is made of this. */
  why(step: Step, record: KeyRecord): Reason {
    return whyRan(this.#previous.get(step.id), record);
  }

  /** When all that the step needs is there. Answers at once unless its key turned out to be another one. */
  of(step: Step, values: Values): Found | Promise<Found> {
    const foretold = this.#records[step.index];
    const wires = step.inputs.flatMap((input) => input.wires);
    const asForetold = wires.every(
      (wire) => values.taken(wire) && !('step' in wire && this.#turnedOut[wire.step]),
    );
    if (foretold && asForetold) return this.#found(step, foretold, this.#stored);
    const keyOfWire = (wire: Wire) => this.#keyOf(wire, values);
    const record = recordOf(step, this.#steps, this.#world.backend, keyOfWire)!;
    this.#records[step.index] = record;
    this.#turnedOut[step.index] = record.key !== foretold?.key;
    const key = storageKey(this.#world.run, step, record);
    return this.#world.cache.get([key]).then((stored) => this.#found(step, record, stored));
  }

  #keyOf(wire: Wire, values: Values): string {
    if (!values.taken(wire)) return NOT_TAKEN;
    if ('given' in wire) return this.#given.get(wire.given)!.key;
    // What an effect gives is not decided by its key, so it counts by what it is.
    if (this.#steps[wire.step]!.identity.effect) return contentHash(values.read(wire));
    return portKey(this.#records[wire.step]!.key, wire.port);
  }

  #found(step: Step, record: KeyRecord, results: ReadonlyMap<string, Stored>): Found {
    const key = storageKey(this.#world.run, step, record);
    // What the step would have been made of is left as it was, for the day when it is unpinned.
    if (step.pin) {
      return { record, key, stored: step.pin.result, reason: { code: 'pinned' }, isNews: false };
    }
    const kept = results.get(key);
    const previous = this.#previous.get(step.id);
    const isNews = previous?.key !== record.key;
    if (kept && this.#isAskedFor(step)) {
      return { record, key, stored: undefined, reason: { code: 'asked-for' }, isNews };
    }
    const reason: Reason = kept ? { code: 'unchanged' } : whyRan(previous, record);
    return { record, key, stored: kept, reason, isNews };
  }

  /** An effect that is found was done by this very run. */
  #isAskedFor({ id, fresh, identity }: Step): boolean {
    return fresh && !identity.effect && this.#world.done?.has(id) !== true;
  }
}

/**
 * An effect's result is found again by the same run only: a run that waited, or was tried again, must not act on the
 * world twice.
 */
function storageKey(run: string, step: Step, record: KeyRecord): string {
  return step.identity.effect ? idempotencyKey(run, step, record) : record.key;
}

export function idempotencyKey(run: string, step: Step, record: KeyRecord): string {
  return sha256(`effect ${run} ${step.id} ${record.key}`);
}
