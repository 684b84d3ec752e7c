/** Runs what was planned, as an async generator of events: whoever iterates stores and streams them. */
import { type EsteiraError, fromThrown, toData } from '#schemas/errors.ts';
import type { RunStatus } from '#schemas/types.ts';
import type { Answer } from '#nodes/sdk/context.ts';
import { Canceller } from './canceller.ts';
import { Channel } from './channel.ts';
import type { EngineEvent } from './events.ts';
import { GraphRun } from './graphRun.ts';
import type { Planned } from './planned.ts';
import type { EnginePorts } from './ports.ts';
import type { GraphOutcome, Session } from './session.ts';
import { Slots } from './slots.ts';
import type { Outputs } from './values.ts';
import { Writer } from './writer.ts';

export interface RunOptions {
  /** The run's id. The same run goes on under the same id, after a wait or a crash. */
  readonly run: string;
  readonly signal?: AbortSignal;
  /** Fit and run steps that work at once. Default 2: engines below use several threads each. */
  readonly concurrency?: number;
  /** What people answered in this run, by step id or by token. */
  readonly answers?: ReadonlyMap<string, Answer>;
  /** Steps that this run computed before it waited or was tried again; nothing is computed anew twice. */
  readonly done?: ReadonlySet<string>;
  /** Steps whose outputs the result holds, by step id. */
  readonly keep?: readonly string[];
  /** Gets the full cause of each failure, for a log that only the operator reads. */
  readonly blame?: (step: string, cause: unknown) => void;
  /** Milliseconds from any start. */
  readonly clock?: () => number;
}

export interface RunOutcome {
  readonly status: RunStatus;
  readonly error?: EsteiraError;
  /** Of the steps in `keep` that gave something. */
  readonly kept: ReadonlyMap<string, Outputs>;
}

/**
 * Leaving the iteration early cancels the run. Only the iteration drives it on: events wait for whoever takes them,
 * steps do not.
 */
export async function* run(
  planned: Planned,
  ports: EnginePorts,
  options: RunOptions,
): AsyncGenerator<EngineEvent, RunOutcome, void> {
  const events = new Channel<EngineEvent>();
  const canceller = Canceller.under(options.signal);
  const session = openSession(planned, ports, options, events);
  const keep = new Set(options.keep ?? []);
  const kept = planned.steps.filter((step) => keep.has(step.id));
  const graph = new GraphRun(
    session,
    planned,
    new Map(),
    canceller,
    new Set(kept.map((s) => s.index)),
  );
  yield { type: 'run-started' };
  const work = finish(graph, session.writer).finally(() => events.close());
  try {
    yield* events.drain();
    const { status, error } = await work;
    yield { type: 'run-finished', status, ...(error ? { error: toData(error) } : {}) };
    const outputs = new Map<string, Outputs>();
    for (const { id, index } of kept) {
      const found = graph.values.outputs(index);
      if (found) outputs.set(id, found);
    }
    return { status, ...(error ? { error } : {}), kept: outputs };
  } finally {
    canceller.cancel(new DOMException('The run was left.', 'AbortError'));
    canceller.dispose();
  }
}

function openSession(
  planned: Planned,
  ports: EnginePorts,
  options: RunOptions,
  events: Channel<EngineEvent>,
): Session {
  const { concurrency = 2, answers = new Map(), clock = () => performance.now() } = options;
  const { done = new Set() } = options;
  const session: Session = {
    run: options.run,
    catalogue: planned.setting.catalogue,
    ports,
    slots: new Slots(concurrency),
    writer: new Writer(ports.cache, ports.history),
    answers,
    done,
    clock,
    emit: (event) => events.push(event),
    blame: options.blame ?? (() => {}),
    children: { started: 0 },
    runGraph: (child, given, canceller) => new GraphRun(session, child, given, canceller).run(),
  };
  return session;
}

interface Finished {
  readonly status: GraphOutcome['status'];
  readonly error?: EsteiraError;
}

/** A run whose results could not be kept has failed, even if its last step has not. */
async function finish(graph: GraphRun, writer: Writer): Promise<Finished> {
  try {
    const outcome = await graph.run();
    await writer.settled();
    return outcome.status === 'failed' ? outcome : { status: outcome.status };
  } catch (thrown) {
    return { status: 'failed', error: fromThrown(thrown) };
  }
}
