/** A run's events from any number on: first those that are kept, then live ones, without a gap between. */
import type { RunEvent } from '#schemas/types.ts';
import type { EventRepository } from '#server/store/events.ts';
import type { Journal } from '#server/work/journal.ts';
import { eventOf } from './rows.ts';

const PAGE = 1000;

export interface StreamOptions {
  readonly after: number;
  readonly signal: AbortSignal | undefined;
  /** Whether nothing more will come; asked once what is kept has been told. */
  readonly hasEnded: () => Promise<boolean>;
}

/** Ends after the run's last event, or when the signal aborts. */
export async function* eventStream(
  run: string,
  { journal, store }: { journal: Journal; store: EventRepository },
  { after, signal, hasEnded }: StreamOptions,
): AsyncGenerator<RunEvent, void, void> {
  const live: RunEvent[] = [];
  let wake: (() => void) | undefined;
  // Listening starts before reading, so that nothing falls between the two.
  const stop = journal.listen(run, (events) => {
    live.push(...events);
    wake?.();
  });
  const aborted = (): void => wake?.();
  signal?.addEventListener('abort', aborted, { once: true });
  try {
    let last = after;
    for await (const event of kept(run, after, store)) {
      last = event.seq;
      yield event;
      if (isLast(event) || signal?.aborted) return;
    }
    if (await hasEnded()) {
      // It may have ended just now, after the last page was read.
      yield* kept(run, last, store);
      return;
    }
    for (;;) {
      for (const event of live.splice(0)) {
        if (event.seq <= last) continue;
        yield event;
        if (isLast(event) || signal?.aborted) return;
      }
      if (signal?.aborted) return;
      if (live.length > 0) continue;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      wake = undefined;
    }
  } finally {
    stop();
    signal?.removeEventListener('abort', aborted);
  }
}

async function* kept(
  run: string,
  after: number,
  store: EventRepository,
): AsyncGenerator<RunEvent, void, void> {
  for (let last = after; ;) {
    const page = await store.after(run, last, PAGE);
    yield* page.map(eventOf);
    if (page.length < PAGE) return;
    last = page.at(-1)!.seq;
  }
}

const isLast = (event: RunEvent): boolean =>
  event.type === 'run-finished' && event.status !== 'waiting';
