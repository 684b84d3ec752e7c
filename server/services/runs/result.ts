/** A run's result, told from its events alone. */
import type {
  ErrorData,
  NodeResult,
  NodeStatus,
  OutputSummary,
  Reason,
  RunEvent,
  RunResult,
  RunStatus,
} from '#schemas/types.ts';

type Told = { -readonly [K in keyof NodeResult]?: NodeResult[K] };

/** `events` in order, from the first one. */
export function resultOf(
  run: { readonly id: string; readonly seed: number },
  events: readonly RunEvent[],
): RunResult {
  const nodes = new Map<string, Told>();
  let status: RunStatus = 'waiting';
  let error: ErrorData | undefined;
  for (const event of events) {
    if (event.type === 'run-finished') ({ status, error } = event);
    if (!('step' in event)) continue;
    const told = nodes.get(event.step) ?? {};
    nodes.set(event.step, told);
    follow(told, event);
  }
  return {
    run: run.id,
    status,
    seed: run.seed,
    ...(error === undefined ? {} : { error }),
    nodes: Object.fromEntries([...nodes].flatMap(([step, told]) => settled(step, told))),
  };
}

function follow(told: Told, event: Extract<RunEvent, { step: string }>): void {
  switch (event.type) {
    case 'node-started':
      begin(told, undefined, event.reason);
      break;
    case 'node-finished':
      told.status = 'done';
      take(told, event);
      if (event.ms !== undefined) told.ms = event.ms;
      break;
    case 'node-cached':
      // A run that waited finds what it did before: that was done, and by this run.
      if (told.status === 'done') break;
      begin(told, 'cached', event.reason);
      take(told, event);
      break;
    case 'node-skipped':
      begin(told, 'skipped', event.reason);
      break;
    case 'node-failed':
      told.status = 'failed';
      told.error = event.error;
      break;
    case 'node-cancelled':
      told.status = 'cancelled';
      break;
    case 'node-waiting':
      told.status = 'waiting';
      break;
    default:
  }
}

/** What was told of an earlier attempt is not true any more. */
function begin(told: Told, status: NodeStatus | undefined, reason: Reason): void {
  for (const key of Object.keys(told)) delete told[key as keyof Told];
  if (status) told.status = status;
  told.reason = reason;
}

type Outputs = { readonly [port: string]: OutputSummary };

function take(told: Told, event: { readonly rows?: number; readonly outputs?: Outputs }): void {
  if (event.rows !== undefined) told.rows = event.rows;
  const report = Object.values(event.outputs ?? {}).find((output) => output.type === 'report');
  if (report) told.report = report['report'] as NonNullable<NodeResult['report']>;
}

/** Steps that were only queued have nothing to tell yet. */
function settled(step: string, { status, reason, ...rest }: Told): [string, NodeResult][] {
  if (!status) return [];
  return [[step, { status, reason: reason ?? { code: 'first-run' }, ...rest }]];
}
