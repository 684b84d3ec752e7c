/** Runs and events as the store keeps them, and as everybody else sees them. */
import type { ErrorData, Json, RunEvent } from '#schemas/types.ts';
import type { RunEventRow, RunRow } from '#server/store/schema.ts';
import type { RunState, RunSummary } from '../types.ts';

export function eventRow(event: RunEvent): RunEventRow {
  const { run, seq, time, type, ...rest } = event;
  const { step = null, ...data } = rest as { step?: string };
  return { run, seq, time, type, step, data: JSON.stringify(data) };
}

export function eventOf({ run, seq, time, type, step, data }: RunEventRow): RunEvent {
  const more = JSON.parse(data) as object;
  return { run, seq, time, type, ...(step === null ? {} : { step }), ...more } as RunEvent;
}

export function summaryOf(row: Omit<RunRow, 'document'>): RunSummary {
  const { id, name, pipeline, seed, attempt, trigger, actor, version } = row;
  const { createdAt, startedAt, finishedAt, error } = row;
  return {
    id,
    name,
    pipeline,
    status: row.status as RunState,
    params: JSON.parse(row.params) as { [name: string]: Json },
    targets: row.targets === null ? null : (JSON.parse(row.targets) as string[]),
    seed,
    attempt,
    trigger,
    actor,
    version,
    createdAt,
    startedAt,
    finishedAt,
    ...(error === null ? {} : { error: JSON.parse(error) as ErrorData }),
  };
}

/** Nothing more will be said of it. */
export const hasEnded = (status: string): boolean =>
  status === 'done' || status === 'failed' || status === 'cancelled';

/** Nothing is at work for it. */
export const isResting = (status: string): boolean => hasEnded(status) || status === 'waiting';

/** Records of steps are kept by pipeline; those of a document that was never saved by its name. */
export const scopeOf = ({ pipeline, name }: Pick<RunRow, 'pipeline' | 'name'>): string =>
  pipeline ?? `document:${name}`;
