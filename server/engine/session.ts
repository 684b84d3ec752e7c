/** What all graphs of one run share: the run's own and those of its child runs. */
import type { EsteiraError } from '#schemas/errors.ts';
import type { Answer } from '#nodes/sdk/context.ts';
import type { Value } from '#nodes/sdk/values.ts';
import type { Canceller } from './canceller.ts';
import type { Catalogue } from './catalogue.ts';
import type { Emit } from './events.ts';
import type { Planned } from './planned.ts';
import type { EnginePorts } from './ports.ts';
import type { Slots } from './slots.ts';
import type { Given } from './values.ts';
import type { Writer } from './writer.ts';

/** What somebody must answer before the run can go on. */
export interface Waiting {
  readonly token: string;
  readonly message: string;
}

export type GraphOutcome = {
  /** By name, those that were taken. */
  readonly outputs: { readonly [name: string]: Value };
} & (
  | { readonly status: 'done' | 'cancelled' }
  | { readonly status: 'failed'; readonly error: EsteiraError }
  | { readonly status: 'waiting'; readonly waiting: Waiting }
);

export type RunGraph = (
  planned: Planned,
  given: ReadonlyMap<string, Given>,
  canceller: Canceller,
) => Promise<GraphOutcome>;

export interface Session {
  /** The run's id: part of the idempotency keys of its effects. */
  readonly run: string;
  readonly catalogue: Catalogue;
  readonly ports: EnginePorts;
  readonly slots: Slots;
  readonly writer: Writer;
  /** By step id or by token. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** Steps that this run has computed already. */
  readonly done: ReadonlySet<string>;
  /** Milliseconds from any start. */
  readonly clock: () => number;
  readonly emit: Emit;
  /** The full cause of a failure, for the log: events carry only what a person can use. */
  readonly blame: (step: string, cause: unknown) => void;
  /** Child runs so far. */
  readonly children: { started: number };
  readonly runGraph: RunGraph;
}
