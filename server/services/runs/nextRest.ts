/** Waits until a run has ended, or waits itself. */
import type { RunRow } from '#server/store/schema.ts';
import type { Journal } from '#server/work/journal.ts';
import { isResting } from './rows.ts';

/** `look` gives the run as it stands. Rejects with the signal's reason when it aborts. */
export async function nextRest(
  run: string,
  look: () => Promise<RunRow>,
  journal: Journal,
  signal: AbortSignal | undefined,
): Promise<RunRow> {
  for (;;) {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    // Listening starts before looking, so that nothing falls between the two.
    const stop = journal.listen(run, (news) => {
      if (news.some((event) => event.type === 'run-finished')) resolve();
    });
    const abort = (): void => reject(signal!.reason as Error);
    signal?.addEventListener('abort', abort, { once: true });
    try {
      signal?.throwIfAborted();
      const row = await look();
      if (isResting(row.status)) return row;
      await promise;
    } finally {
      stop();
      signal?.removeEventListener('abort', abort);
    }
  }
}
