/** Goes with a run from its first event to its end, and stops it where the person asks to. */
import type { RunEvent, RunResult } from '#schemas/types.ts';
import type { Home } from '../home/home.ts';
import type { Terminal } from '../terminal.ts';

export interface Watcher {
  see(event: RunEvent): void;
  end(): void;
}

export interface Followed {
  readonly result: RunResult;
  /** What nodes said beside their results, such as which columns were left out. */
  readonly said: readonly NodeLog[];
}

export type NodeLog = Extract<RunEvent, { readonly type: 'node-log' }>;

/** Returns when the run has ended or waits for somebody who is not here. */
export async function followRun(
  home: Home,
  run: string,
  terminal: Terminal,
  watcher: Watcher,
): Promise<Followed> {
  const enough = new AbortController();
  const unhear = terminal.onStop(() => {
    // The run says itself that it was cancelled; where it cannot be told, there is nothing to wait for.
    home.cancel(run).catch(() => enough.abort());
  });
  const said: NodeLog[] = [];
  try {
    for await (const event of home.events(run, enough.signal)) {
      watcher.see(event);
      if (event.type === 'node-log') said.push(event);
      if (event.type === 'run-finished') break;
    }
    return { result: await home.result(run), said };
  } finally {
    unhear();
    watcher.end();
    enough.abort();
  }
}
