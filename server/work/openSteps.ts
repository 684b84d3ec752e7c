/** Which steps of a run have begun and not ended: what must still be said when the run's process is gone. */
import { type EsteiraError, toData } from '#schemas/errors.ts';
import type { WorkEvent } from './messages.ts';

export type Ending =
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly error: EsteiraError };

export class OpenSteps {
  readonly #steps = new Map<string, 'queued' | 'running' | 'waiting'>();
  #finished = false;

  /** The run has said by itself how it ended. */
  get finished(): boolean {
    return this.#finished;
  }

  follow(events: readonly WorkEvent[]): void {
    for (const event of events) {
      switch (event.type) {
        case 'node-queued':
          this.#steps.set(event.step, 'queued');
          break;
        case 'node-started':
          this.#steps.set(event.step, 'running');
          break;
        case 'node-waiting':
          this.#steps.set(event.step, 'waiting');
          break;
        case 'node-finished':
        case 'node-cached':
        case 'node-failed':
        case 'node-skipped':
        case 'node-cancelled':
          this.#steps.delete(event.step);
          break;
        case 'run-finished':
          this.#finished = true;
          break;
        default:
      }
    }
  }

  /** The events that a run still owes, its last one included. */
  close(ending: Ending): WorkEvent[] {
    const running = [...this.#steps]
      .filter(([, state]) => state !== 'queued')
      .map(([step]) => step);
    const queued = [...this.#steps].filter(([, state]) => state === 'queued').map(([step]) => step);
    this.#steps.clear();
    this.#finished = true;
    if (ending.status === 'cancelled') {
      return [
        ...running.map((step): WorkEvent => ({ type: 'node-cancelled', step })),
        ...queued.map((step) => skipped(step, { code: 'run-cancelled' })),
        { type: 'run-finished', status: 'cancelled' },
      ];
    }
    const error = toData(ending.error);
    // The error names a step only where there is no doubt which one it was.
    const whole = running.length === 1 ? { ...error, node: running[0]! } : error;
    return [
      ...running.map((step): WorkEvent => {
        return { type: 'node-failed', step, error: { ...error, node: step } };
      }),
      ...queued.map((step) =>
        skipped(step, { code: 'upstream-failed', params: { nodes: running } }),
      ),
      { type: 'run-finished', status: 'failed', error: whole },
    ];
  }
}

type Skipped = Extract<WorkEvent, { type: 'node-skipped' }>;

const skipped = (step: string, reason: Skipped['reason']): WorkEvent => {
  return { type: 'node-skipped', step, reason };
};
