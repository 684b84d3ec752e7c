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
  readonly signal?: AbortSignal;
}

export interface StepForecast {
  /** Its result is kept and would be used. */
  readonly cached: boolean;
  readonly reason: Reason;
}

export interface Forecast {
  /**
   * By node id. Absent are nodes that the run would not take, those that cannot run as they are, those after them,
   * and those after a node that acts on the outside world: they hang on what it will give.
   */
  readonly steps: Readonly<Record<string, StepForecast>>;
  /** Pinned nodes whose result is not kept here. */
  readonly lostPins: readonly string[];
}

export interface PinRequest {
  readonly document: unknown;
  readonly params?: Readonly<Record<string, Json>>;
  readonly seed?: number;
  readonly node: string;
  readonly signal?: AbortSignal;
}

export interface ForecastService {
  /** What a run would do. Nothing runs for it. */
  forecast(actor: Actor, request: ForecastRequest): Promise<Forecast>;
  /**
   * Keeps the result that a node has as it stands, for good, and gives the key to write into the document. Throws
   * `pin-without-result` where it has none, `pin-of-effect` where it hangs on what is done anew in each run.
   */
  pin(actor: Actor, request: PinRequest): Promise<{ readonly key: string }>;
}
