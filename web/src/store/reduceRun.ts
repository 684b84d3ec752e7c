/** A run's events to the states of its steps. Pure: the same events give the same states. */
import type { RunEvent, RunStatus } from '#schemas/types.ts';
import type { LogLine, StepState } from './state.ts';

export type Reduced = {
  readonly steps: ReadonlyMap<string, StepState>;
  /** The number of the last event. */
  readonly seq: number;
  /** Nodes that the run has come to an end with, and those that it was not asked for. */
  readonly ended: ReadonlySet<string>;
  readonly unasked: ReadonlySet<string>;
  /** How the run stands, where these events say so. */
  readonly status?: 'queued' | 'running' | RunStatus;
  readonly startedAt?: string;
  /** Null while it has not ended. */
  readonly finishedAt?: string | null;
};

const LONGEST_CURVE = 2_000;
const LONGEST_LOG = 1_000;
const fresh = { curve: [], log: [] } as const;

/** Many events at once make one new map, so that a frame draws once. */
export function reduceEvents(
  { steps, seq, ended = none, unasked = none }: Pick<Reduced, 'steps' | 'seq'> & Partial<Reduced>,
  events: readonly RunEvent[],
): Reduced {
  const next = new Map(steps);
  const pace = { ended: new Set(ended), unasked: new Set(unasked) };
  let reduced: Reduced = { steps: next, seq, ...pace };
  for (const event of events) {
    if (event.seq <= reduced.seq) continue;
    reduced = { ...reduced, seq: event.seq, ...ofRun(event) };
    follow(pace, event);
    if (!('step' in event)) continue;
    next.set(event.step, reduceStep(next.get(event.step), event));
  }
  return reduced;
}

const none: ReadonlySet<string> = new Set();

type Pace = { readonly ended: Set<string>; readonly unasked: Set<string> };

/** A run that goes on after an answer goes through its steps anew, most of them at once. */
function follow({ ended, unasked }: Pace, event: RunEvent): void {
  if (event.type === 'run-started') {
    ended.clear();
    unasked.clear();
  }
  if (!('step' in event) || event.step.includes('/')) return;
  if (event.type === 'node-skipped' && event.reason.code === 'not-selected') {
    unasked.add(event.step);
  } else if (ENDS.has(event.type)) ended.add(event.step);
}

const ENDS: ReadonlySet<RunEvent['type']> = new Set([
  'node-cached',
  'node-finished',
  'node-failed',
  'node-skipped',
  'node-cancelled',
  'node-waiting',
] as const);

function ofRun(event: RunEvent): Partial<Reduced> {
  switch (event.type) {
    case 'run-queued':
      return { status: 'queued' };
    case 'run-started':
      return { status: 'running', startedAt: event.time, finishedAt: null };
    case 'run-finished':
      // A run that waits goes on once it is answered.
      return {
        status: event.status,
        finishedAt: event.status === 'waiting' ? null : event.time,
      };
    default:
      return {};
  }
}

type StepEvent = Extract<RunEvent, { step: string }>;

/** Objects of steps that an event does not concern stay the same. */
function reduceStep(before: StepState | undefined, event: StepEvent): StepState {
  const { curve, log } = before ?? fresh;
  const base = { curve, log, startedAt: before?.startedAt, reason: before?.reason };
  switch (event.type) {
    case 'node-queued':
      // The curve stays for as long as it may turn out that the earlier result is used again.
      return { status: 'queued', curve, log: [] };
    case 'node-started':
      return { status: 'running', ...fresh, log, startedAt: event.time, reason: event.reason };
    case 'node-progress': {
      const { done, total, unit, values } = event;
      const progress = { done, total, ...(unit === undefined ? {} : { unit }) };
      // Events come thinned out, so a point says which epoch it is of.
      const point = { done, ...values };
      const longer = values === undefined ? curve : [...curve, point].slice(-LONGEST_CURVE);
      return { ...base, status: 'running', progress, curve: longer };
    }
    case 'node-cached':
    case 'node-finished': {
      const isCached = event.type === 'node-cached';
      const { rows, outputs } = event;
      return {
        ...base,
        // What came in on the way is thinned out, and of a result that is used again nothing came in.
        curve: event.curve ?? curve,
        status: isCached ? 'cached' : 'done',
        reason: isCached ? event.reason : base.reason,
        rows,
        outputs,
        ms: isCached ? undefined : event.ms,
      };
    }
    case 'node-failed':
      return { ...base, status: 'failed', error: event.error };
    case 'node-skipped':
      // What was not asked for keeps what an earlier run said of it.
      if (event.reason.code === 'not-selected' && before !== undefined) return before;
      return { ...base, status: 'skipped', reason: event.reason };
    case 'node-cancelled':
      return { ...base, status: 'cancelled' };
    case 'node-waiting': {
      const { token, message } = event;
      return { ...base, status: 'waiting', ask: { token, message } };
    }
    case 'node-log':
      return {
        ...(before ?? { ...base, status: 'running' }),
        log: [...log, logLine(event)].slice(-LONGEST_LOG),
      };
  }
}

function logLine(event: Extract<RunEvent, { type: 'node-log' }>): LogLine {
  const { time, level, code, params, text } = event;
  return {
    time,
    level,
    ...(code === undefined ? {} : { code }),
    ...(params === undefined ? {} : { params }),
    ...(text === undefined ? {} : { text }),
  };
}
