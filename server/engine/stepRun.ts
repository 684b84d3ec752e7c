/** One step that has to run: its turn, its events, its end, whatever it comes to. */
import { type EsteiraError, fromThrown } from '#schemas/errors.ts';
import type { Note } from '#nodes/sdk/values.ts';
import type { Canceller } from './canceller.ts';
import { runFit, runNode, runPlan, type Done } from './execute.ts';
import type { Found } from './lookup.ts';
import type { GraphSetting, Step } from './planned.ts';
import type { Stored } from './ports.ts';
import type { Session } from './session.ts';
import type { Slot } from './slots.ts';
import { nodeTypes, noteEvent, notesOfPlan, stepContext } from './stepContext.ts';
import { openHost, type Host, type Interrupted } from './stepHost.ts';
import { summarise, type Summary } from './summaries.ts';
import type { InputValues, Outputs } from './values.ts';

export type Ended =
  | { readonly state: 'done'; readonly outputs: Outputs }
  | { readonly state: 'failed'; readonly error: EsteiraError }
  | Interrupted;

export interface StepJob {
  readonly step: Step;
  readonly found: Found;
  readonly inputs: () => InputValues;
  readonly setting: GraphSetting;
  /** Of the graph that the step is part of. */
  readonly canceller: Canceller;
}

export async function runStep(job: StepJob, session: Session): Promise<Ended> {
  const { step, found } = job;
  // A plan node touches no rows: it needs no turn.
  const slot = step.kind === 'plan' ? undefined : await turn(step, session);
  if (job.canceller.signal.aborted) {
    slot?.give();
    return { state: 'cancelled', started: false };
  }
  const canceller = job.canceller.child();
  const host = openHost({ ...job, session, canceller, slot });
  session.emit({ type: 'node-started', step: step.id, reason: found.reason });
  for (const note of notesOfPlan(step)) session.emit(noteEvent(step.id, note));
  // Whoever follows the run hears of the step before its code begins, which may never give the turn back.
  if (step.kind !== 'plan') await new Promise((resolve) => setImmediate(resolve));
  const started = session.clock();
  try {
    const whole = work(job, session, host).then((done) => ({ state: 'worked', done }) as const);
    const ended = await Promise.race([whole, host.interrupted]);
    if (ended.state !== 'worked') return ended;
    host.flush();
    const summary = summarise(ended.done.outputs);
    const curve = curveOf(host);
    await keep(job, { ...withNotes(ended.done.stored, summary, host.notes), ...curve }, session);
    const ms = step.kind === 'plan' ? {} : { ms: Math.round(session.clock() - started) };
    session.emit({ type: 'node-finished', step: step.id, ...summary, ...curve, ...ms });
    return { state: 'done', outputs: ended.done.outputs };
  } catch (thrown) {
    if (job.canceller.signal.aborted) return { state: 'cancelled', started: true };
    session.blame(step.id, thrown);
    return { state: 'failed', error: fromThrown(thrown, { node: step.id }) };
  } finally {
    host.close();
    // A step that waits, or did not stop, may have work going on that nobody wants any more.
    canceller.cancel(new DOMException('The step is over.', 'AbortError'));
    canceller.dispose();
    slot?.give();
  }
}

async function turn(step: Step, { emit, slots }: Session): Promise<Slot> {
  emit({ type: 'node-queued', step: step.id });
  return slots.take();
}

function withNotes(stored: Stored, { rows }: Summary, notes: readonly Note[]): Stored {
  return {
    ...stored,
    ...(rows === undefined ? {} : { rows }),
    ...(notes.length > 0 ? { notes } : {}),
  };
}

function curveOf(host: Host): Pick<Stored, 'curve'> {
  const curve = host.curve();
  return curve.length > 0 ? { curve } : {};
}

/** A finished step is a kept step. Of a plan node nothing could be lost, so nobody waits for that. */
async function keep({ step, found }: StepJob, stored: Stored, { writer }: Session): Promise<void> {
  const { record, key } = found;
  const written = writer.write({ step: step.id, record, key, stored });
  if (stored.kind !== 'plan') await written;
}

async function work({ step, inputs }: StepJob, session: Session, host: Host): Promise<Done> {
  const { recipes } = session.ports;
  const values = inputs();
  if (step.kind === 'run') return runNode(step, values, recipes, stepContext(step, host, session));
  const world = {
    recipes,
    tables: host.tables,
    signal: host.signal,
    nodeType: nodeTypes(session.catalogue),
    log: host.log,
  };
  return step.kind === 'fit' ? runFit(step, values, world) : runPlan(step, values, world);
}
