import type { Json, Reason } from '#schemas/types.ts';
import type { Actor } from '../types.ts';

export interface ForecastRequest {
  /** As it stands; instead of the saved one where a pipeline is named too. One of the two is needed. */
  readonly document?: unknown;
  /** A saved pipeline: what its steps last ran with says why they run again. */
  readonly pipeline?: string;
  readonly params?: Readonly<Record<string, Json>>;
  readonly seed?: number;
  /** Run to these nodes, and no further. */
  readonly targets?: readonly string[];
  /** These nodes, and what comes after them, are computed again. */
  readonly fresh?: readonly string[];
  /** A run: what an effect gave in it, the effect is supposed to give again. */
  readonly run?: string;
  readonly signal?: AbortSignal;
}

/** What has to be done, or answered, in each run anew before a step's turn comes. */
export interface Awaited {
  /** Id of the step that acts on the outside world, or asks a person. */
  readonly step: string;
  /** Where a person is asked: the output by which it has to go on. */
  readonly answer?: string;
}

export interface StepForecast {
  /** Its result is kept and would be used. */
  readonly cached: boolean;
  readonly reason: Reason;
  /** It would be left out. */
  readonly skipped?: true;
  /** It runs, unless what comes in turns out to be something for which a result is kept: only the run can tell. */
  readonly open?: true;
  /** What comes first. All else is told for the case that it gives what it gave, or is answered so. */
  readonly after?: readonly Awaited[];
}

export interface Forecast {
  /**
   * By step id: also of the nodes in a definition that would run. Absent are nodes outside the targets, those that
   * cannot run as they are, and those after them.
   */
  readonly steps: Readonly<Record<string, StepForecast>>;
  /** Steps of pinned nodes whose result is not kept here. */
  readonly lostPins: readonly string[];
}

export interface PinRequest {
  readonly document: unknown;
  readonly params?: Readonly<Record<string, Json>>;
  readonly seed?: number;
  /** A step's id: in a definition that a node runs once, the node's id, '/', and the id there. */
  readonly node: string;
  /** A run: what it did to the world, and was answered, counts as done. */
  readonly run?: string;
  readonly signal?: AbortSignal;
}

export interface ForecastService {
  /** What a run would do. Nothing runs for it. */
  forecast(actor: Actor, request: ForecastRequest): Promise<Forecast>;
  /**
   * Keeps the result that a node has as it stands, for good, and gives the key to write into the document. In a
   * definition it holds in each of its uses. Throws `pin-without-result` where the node has none, or has one only in
   * another run; `pin-of-effect` where it acts on the outside world or asks somebody.
   */
  pin(actor: Actor, request: PinRequest): Promise<{ readonly key: string }>;
}
