/** `runDefinition` of one step: its child runs, at once or one after the other, and what they come to. */
import type { NodeContext } from '#nodes/sdk/context.ts';
import type { Value } from '#nodes/sdk/values.ts';
import type { Canceller } from './canceller.ts';
import { childScope, countChild, givenInputs, planChild } from './children.ts';
import type { GraphSetting, Step } from './planned.ts';
import type { GraphOutcome, Session, Waiting } from './session.ts';
import type { Slot } from './slots.ts';
import { closeTable } from './tableInputs.ts';

interface Nest {
  readonly step: Step;
  readonly setting: GraphSetting;
  readonly session: Session;
  readonly canceller: Canceller;
  readonly slot: Slot | undefined;
  readonly wait: (waiting: Waiting) => void;
}

export interface NestedRuns {
  readonly run: NodeContext['runDefinition'];
  /** Resolves when no child run is going on. */
  idle(): Promise<void>;
}

export function nestedRuns({ step, setting, session, canceller, slot, wait }: Nest): NestedRuns {
  const scopes = new Set<string>();
  const running = new Set<Promise<GraphOutcome>>();
  let waiting: Waiting | undefined;

  const start: Start = (definition, inputs, params, scope) => {
    canceller.signal.throwIfAborted();
    const path = childScope(step, scope, scopes);
    countChild(session, path);
    const planned = planChild({ definition, params }, step, setting, path);
    const given = givenInputs(closed(inputs, session));
    const job = () => session.runGraph(planned, given, canceller);
    return slot ? slot.lend(job) : job();
  };
  const idle = async () => {
    while (running.size > 0) await Promise.allSettled(running);
  };
  /** A child that waits holds its parent back, but only once the parent's other children have ended. */
  const waitWhenIdle = async (what: Waiting) => {
    waiting ??= what;
    await idle();
    // The parent may start its next child in the same turn of the event loop.
    setTimeout(() => (running.size === 0 ? wait(waiting!) : void waitWhenIdle(what)), 0);
  };

  const run: NodeContext['runDefinition'] = async (definition, inputs, params, scope) => {
    const child = start(definition, inputs, params, scope);
    running.add(child);
    const outcome = await child.finally(() => running.delete(child));
    switch (outcome.status) {
      case 'done':
        return outcome.outputs;
      case 'failed':
        throw outcome.error;
      case 'cancelled':
        throw canceller.signal.reason;
      case 'waiting':
        void waitWhenIdle(outcome.waiting);
        return new Promise(() => {});
    }
  };
  return { run, idle };
}

type Start = (...args: Parameters<NodeContext['runDefinition']>) => Promise<GraphOutcome>;

/** Nodes hold tables open; on the wires of a child run they travel as values. */
function closed(inputs: { readonly [port: string]: Value }, { ports }: Session) {
  const values = Object.entries(inputs).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    values.map(([port, value]) => [port, closeTable(value, ports.recipes)] as const),
  );
}
