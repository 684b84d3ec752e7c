/** Which learners are worth comparing. */
import type { Task } from '../types.ts';

export interface Learner {
  /** Of the learner's node; those of its predictions and figures begin with it. */
  readonly id: string;
  readonly type: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** With fewer rows a network mostly learns them by heart. */
export const NETWORK_ROWS = 1000;

/** The baseline first: what every other has to beat. */
export function learnersFor(task: Task, rows: number): readonly Learner[] {
  const linear = task === 'classification' ? 'logistic-regression' : 'linear-regression';
  return [
    { id: 'baseline', type: 'baseline', params: {} },
    { id: 'linear', type: linear, params: {} },
    ...(rows >= NETWORK_ROWS
      ? [{ id: 'network', type: 'neural-network', params: networkParams(rows) }]
      : []),
  ];
}

/** A few thousand rows take small steps and many rounds; many rows need fewer rounds of larger steps. */
function networkParams(rows: number): Learner['params'] {
  if (rows < 5000) return {};
  return rows < 20_000 ? { batchSize: 128 } : { batchSize: 256, epochs: 30, patience: 5 };
}
