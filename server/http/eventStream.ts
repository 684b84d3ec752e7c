/** Server-sent events: what has happened since the number that the reader knows, then what happens. */
import { once } from 'node:events';
import type { Response } from 'express';
import type { RunEvent } from '#schemas/types.ts';

/** Proxies and browsers give up on a connection that says nothing for a minute or so. */
const HEARTBEAT_MS = 15_000;

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // no-transform: a proxy that compresses would hold events back until it has enough of them.
  'Cache-Control': 'no-cache, no-transform',
  'X-Accel-Buffering': 'no',
};

/**
 * Writes events until there are no more, then `event: end`, by which a reader knows that it need not come back. A
 * reader that is slower than the run holds the run's events back, not the run.
 */
export async function sendEvents(
  response: Response,
  events: AsyncIterable<RunEvent>,
  signal: AbortSignal,
  heartbeatMs = HEARTBEAT_MS,
): Promise<void> {
  response.writeHead(200, headers);
  // The first words go out at once, so that the reader knows that it is connected.
  response.write('retry: 1000\n\n');
  const heartbeat = setInterval(() => response.write(':\n\n'), heartbeatMs);
  try {
    for await (const event of events) {
      if (signal.aborted) break;
      if (!response.write(frame(event))) await once(response, 'drain', { signal });
    }
    if (!signal.aborted) response.write('event: end\ndata: {}\n\n');
  } catch (thrown) {
    if (!signal.aborted) throw thrown;
  } finally {
    clearInterval(heartbeat);
    response.end();
  }
}

/** JSON holds no line end, so it is always one line of data. */
function frame(event: RunEvent): string {
  return `id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`;
}

/** What the reader has seen last: the header of a browser that comes back, or `after` in the address. */
export function lastSeen(header: string | string[] | undefined, after: unknown): number {
  if (typeof header === 'string' && /^\d{1,15}$/.test(header)) return Number(header);
  return typeof after === 'number' ? after : 0;
}
