/** Goes with a run from its first event to its end, and stops it where the person asks to. */
import type { RunEvent, RunResult } from '#schemas/types.ts';
import type { Home } from '../home/home.ts';
import type { Terminal } from '../terminal.ts';

export interface Watcher {
  see(event: RunEvent): void;
  end(): void;
}

/** Returns when the run has ended or waits for somebody who is not here. */
export async function followRun(
  home: Home,
  run: string,
  terminal: Terminal,
  watcher: Watcher,
): Promise<RunResult> {
  const enough = new AbortController();
  const unhear = terminal.onStop(() => {
    // The run says itself that it was cancelled; where it cannot be told, there is nothing to wait for.
    home.cancel(run).catch(() => enough.abort());
  });
  try {
    for await (const event of home.events(run, enough.signal)) {
      watcher.see(event);
      if (event.type === 'run-finished') break;
    }
    return await home.result(run);
  } finally {
    unhear();
    watcher.end();
    enough.abort();
  }
}
