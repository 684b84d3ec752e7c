/** What a run says while it goes on. Whoever stores the events numbers and dates them. */
import type { RunEvent } from '#schemas/types.ts';

type Without<E, K extends string> = E extends unknown ? Omit<E, K> : never;

/** A run event without the run's id, its number and its time. */
export type EngineEvent = Without<RunEvent, 'run' | 'seq' | 'time'>;

export type Emit = (event: EngineEvent) => void;
