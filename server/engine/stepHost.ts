/** What stands between a running step and its run: its reports, its waits, its child runs, its end. */
import type { NodeContext, Progress, TablesPort } from '#nodes/sdk/context.ts';
import type { Note } from '#nodes/sdk/values.ts';
import type { Canceller } from './canceller.ts';
import { curveKeeper, type CurvePoint } from './curve.ts';
import { sha256 } from './hash.ts';
import { idempotencyKey, type Found } from './lookup.ts';
import { nestedRuns } from './nestedRuns.ts';
import type { GraphSetting, Step } from './planned.ts';
import { progressGate } from './progress.ts';
import type { Session, Waiting } from './session.ts';
import type { Slot } from './slots.ts';
import { noteEvent, type StepHost } from './stepContext.ts';

/** How long a cancelled step may take to stop before the run ends without it, in milliseconds. */
const GRACE = 400;

export type Interrupted =
  | { readonly state: 'waiting'; readonly waiting: Waiting }
  | { readonly state: 'cancelled'; readonly started: boolean };

export interface Host extends StepHost {
  /** Resolves when the step waits for somebody, or does not stop although it was cancelled. */
  readonly interrupted: Promise<Interrupted>;
  /** What the step has said so far. */
  readonly notes: readonly Note[];
  /** The figures that came with its progress, those included that no event told. */
  readonly curve: () => readonly CurvePoint[];
  /** Says what progress was held back. */
  flush(): void;
  /** From here on the step is over, whatever its code still does. */
  close(): void;
}

export interface Hosted {
  readonly step: Step;
  readonly found: Found;
  readonly setting: GraphSetting;
  readonly session: Session;
  /** The step's own. */
  readonly canceller: Canceller;
  readonly slot: Slot | undefined;
}

export function openHost(hosted: Hosted): Host {
  const { step, found, session, canceller } = hosted;
  const { emit, run, clock } = session;
  const { promise: interrupted, resolve: interrupt } = Promise.withResolvers<Interrupted>();
  const wait = (waiting: Waiting) => interrupt({ state: 'waiting', waiting });
  const nested = nestedRuns({ ...hosted, wait });
  const gate = progressGate(
    (progress) => emit({ type: 'node-progress', step: step.id, ...progress }),
    clock,
  );
  const notes: Note[] = [];
  const curve = curveKeeper();
  let open = true;
  let reportsItself = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const giveUp = () => {
    // Child runs end by themselves, and say so before their parent does.
    void nested.idle().then(() => interrupt({ state: 'cancelled', started: true }));
  };
  canceller.signal.addEventListener('abort', () => {
    if (open) timer = setTimeout(giveUp, GRACE);
  });
  return {
    signal: canceller.signal,
    idempotencyKey: idempotencyKey(run, step, found.record),
    tables: stepTables(session, canceller.signal, (progress) => {
      // Epochs and queries on one bar would make it jump: what a node says itself comes first.
      if (open && !reportsItself) gate.report(progress);
    }),
    report: (progress) => {
      reportsItself = true;
      if (!open) return;
      curve.take(progress);
      gate.report(progress);
    },
    log: (note) => {
      if (!open) return;
      notes.push(note);
      emit(noteEvent(step.id, note));
    },
    runDefinition: nested.run,
    suspend: suspender(step, session, wait),
    interrupted,
    notes,
    curve: () => curve.points(),
    flush: () => gate.flush(),
    close: () => {
      open = false;
      clearTimeout(timer);
    },
  };
}

function stepTables(
  { ports }: Session,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): TablesPort {
  return ports.tablesFor?.({ signal, onProgress }) ?? ports.tables;
}

function suspender(
  step: Step,
  { run, answers }: Session,
  wait: (waiting: Waiting) => void,
): NodeContext['suspend'] {
  return ({ message }) => {
    const token = sha256(`token ${run} ${step.id}`);
    const answer = answers.get(step.id) ?? answers.get(token);
    if (answer) return Promise.resolve(answer);
    wait({ token, message });
    return new Promise(() => {});
  };
}
