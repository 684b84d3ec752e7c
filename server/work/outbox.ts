/** Gathers what a run says in its own process, so that a thousand small steps are not a thousand messages. */
import { NOTHING, type WorkBatch, type WorkEvent } from './messages.ts';

/** Milliseconds that something may wait for company. */
const PAUSE = 10;

export interface Outbox {
  readonly event: (event: WorkEvent) => void;
  readonly result: (key: string, text: string) => void;
  readonly record: (step: string, text: string) => void;
  /** Sends what is there. */
  readonly flush: () => void;
}

/** The first word goes out in the same turn, so that a run which just started is seen at once. */
export function openOutbox(send: (batch: WorkBatch) => void): Outbox {
  let batch = empty();
  let timer: NodeJS.Timeout | undefined;
  let sentAt = Number.NEGATIVE_INFINITY;
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (batch.events.length + batch.results.length + batch.records.length === 0) return;
    const full = batch;
    batch = empty();
    sentAt = performance.now();
    send(full);
  };
  const wait = (): void => {
    const left = sentAt + PAUSE - performance.now();
    timer ??= setTimeout(flush, Math.max(0, left));
  };
  return {
    event(event) {
      batch.events.push(event);
      // A step may end this process, or keep it busy for a minute, before any timer comes round.
      if (event.type === 'node-started') flush();
      else wait();
    },
    result(key, text) {
      batch.results.push([key, text]);
      wait();
    },
    record(step, text) {
      batch.records.push([step, text]);
      wait();
    },
    flush,
  };
}

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer I)[] ? I[] : T[K] };

const empty = (): Writable<WorkBatch> => structuredClone(NOTHING) as Writable<WorkBatch>;
