/** Runs one graph: each step as soon as what it needs is there, whatever becomes of the others. */
import { fromThrown, toData } from '#schemas/errors.ts';
import type { Reason } from '#schemas/types.ts';
import type { Canceller } from './canceller.ts';
import { remake } from './execute.ts';
import { blockedBy, type Fate } from './fates.ts';
import { Lookup, type Found } from './lookup.ts';
import type { Planned, Step } from './planned.ts';
import type { GraphOutcome, Session } from './session.ts';
import { noteEvent, notesOfPlan } from './stepContext.ts';
import { runStep, type Ended } from './stepRun.ts';
import { summariseStored } from './summaries.ts';
import { Values, type Given } from './values.ts';

export class GraphRun {
  readonly #session: Session;
  readonly #planned: Planned;
  readonly #canceller: Canceller;
  readonly #given: ReadonlyMap<string, Given>;
  readonly #values: Values;
  #lookup!: Lookup;
  readonly #fates: (Fate | undefined)[];
  /** Producers of each step that have not come to an end. */
  readonly #open: number[];
  #ready: number[] = [];
  #unsettled: number;
  #pumping = false;
  #finished: () => void = () => {};

  /** `keep`: steps whose outputs somebody will ask for. */
  constructor(
    session: Session,
    planned: Planned,
    given: ReadonlyMap<string, Given>,
    canceller: Canceller,
    keep: ReadonlySet<number> = new Set(),
  ) {
    const { steps, outputs } = planned;
    this.#session = session;
    this.#planned = planned;
    this.#given = given;
    this.#canceller = canceller;
    const asked = new Set([...keep, ...outputs.map(({ wire }) => wire.step)]);
    const { recipes } = session.ports;
    this.#values = new Values(planned, given, asked, (step, inputs, stored) =>
      remake(step, inputs, stored, recipes),
    );
    this.#fates = steps.map(() => undefined);
    this.#open = steps.map((step) => step.producers.length);
    this.#unsettled = steps.length;
  }

  get values(): Values {
    return this.#values;
  }

  async run(): Promise<GraphOutcome> {
    const { emit, ports, run, done: before } = this.#session;
    const { steps, unselected } = this.#planned;
    for (const step of unselected) {
      emit({ type: 'node-skipped', step, reason: { code: 'not-selected' } });
    }
    const world = { run, backend: ports.tensors.backend, done: before, ...ports };
    this.#lookup = await Lookup.open(world, steps, this.#given);
    const done = new Promise<void>((resolve) => {
      this.#finished = resolve;
    });
    this.#ready = steps.filter((step) => step.producers.length === 0).map((step) => step.index);
    this.#pump();
    if (this.#unsettled > 0) await done;
    return this.#outcome();
  }

  /** Steps that need no turn settle one another in a loop, not by recursion: chains may be long. */
  #pump(): void {
    if (this.#pumping) return;
    this.#pumping = true;
    for (let at = 0; at < this.#ready.length; at++) {
      this.#visit(this.#planned.steps[this.#ready[at]!]!);
    }
    this.#ready = [];
    this.#pumping = false;
    if (this.#unsettled === 0) this.#finished();
  }

  #visit(step: Step): void {
    try {
      this.#begin(step);
    } catch (thrown) {
      this.#crash(step, thrown);
    }
  }

  #begin(step: Step): void {
    const blocked = this.#canceller.signal.aborted
      ? ({ fate: { state: 'cancelled' }, reason: { code: 'run-cancelled' } } as const)
      : blockedBy(step, this.#fates, this.#values, (at) => this.#planned.steps[at]!.id);
    if (blocked) {
      this.#skip(step, blocked.fate, blocked.reason);
      return;
    }
    const found = this.#lookup.of(step, this.#values);
    if ('record' in found) this.#go(step, found);
    else
      this.#await(
        step,
        found.then((late) => this.#go(step, late)),
      );
  }

  #go(step: Step, found: Found): void {
    const { emit, writer } = this.#session;
    if (found.stored) {
      emit({
        type: 'node-cached',
        step: step.id,
        reason: found.reason,
        ...summariseStored(found.stored),
      });
      for (const note of [...notesOfPlan(step), ...(found.stored.notes ?? [])]) {
        emit(noteEvent(step.id, note));
      }
      if (found.isNews) void writer.write({ step: step.id, record: found.record });
      this.#values.holdStored(step.index, found.stored);
      this.#settle(step, { state: 'done' });
      return;
    }
    const job = {
      step,
      found,
      inputs: () => this.#values.inputs(step),
      setting: this.#planned.setting,
      canceller: this.#canceller,
    };
    this.#await(
      step,
      runStep(job, this.#session).then((ended) => this.#end(step, ended)),
    );
  }

  #await(step: Step, work: Promise<void>): void {
    work.catch((thrown: unknown) => this.#crash(step, thrown));
  }

  #crash(step: Step, thrown: unknown): void {
    this.#session.blame(step.id, thrown);
    this.#end(step, { state: 'failed', error: fromThrown(thrown, { node: step.id }) });
  }

  #end(step: Step, ended: Ended): void {
    const { emit } = this.#session;
    switch (ended.state) {
      case 'done':
        this.#values.hold(step.index, ended.outputs);
        this.#settle(step, { state: 'done' });
        return;
      case 'failed':
        emit({ type: 'node-failed', step: step.id, error: toData(ended.error) });
        break;
      case 'waiting':
        emit({ type: 'node-waiting', step: step.id, ...ended.waiting });
        break;
      case 'cancelled':
        if (ended.started) emit({ type: 'node-cancelled', step: step.id });
        else {
          this.#skip(step, { state: 'cancelled' }, { code: 'run-cancelled' });
          return;
        }
    }
    this.#values.leave(step.index);
    this.#settle(step, ended);
  }

  #skip(step: Step, fate: Fate, reason: Reason): void {
    this.#session.emit({ type: 'node-skipped', step: step.id, reason });
    this.#values.leave(step.index);
    this.#settle(step, fate);
  }

  #settle(step: Step, fate: Fate): void {
    this.#fates[step.index] = fate;
    this.#unsettled -= 1;
    for (const dependent of step.dependents) {
      this.#open[dependent]! -= 1;
      if (this.#open[dependent] === 0) this.#ready.push(dependent);
    }
    this.#pump();
  }

  #outcome(): GraphOutcome {
    const taken = this.#planned.outputs.filter(({ wire }) => this.#values.taken(wire));
    const outputs = Object.fromEntries(
      taken.map(({ name, wire }) => [name, this.#values.read(wire)!] as const),
    );
    if (this.#canceller.signal.aborted) return { status: 'cancelled', outputs };
    const failed = this.#fates.find((fate) => fate?.state === 'failed');
    if (failed) return { status: 'failed', outputs, error: failed.error };
    const waiting = this.#fates.find((fate) => fate?.state === 'waiting');
    if (waiting) return { status: 'waiting', outputs, waiting: waiting.waiting };
    return { status: 'done', outputs };
  }
}
