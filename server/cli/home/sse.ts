/** Reads a run's events off a server, and comes back where a connection breaks. */
import { setTimeout as pause } from 'node:timers/promises';
import { EsteiraError } from '#schemas/errors.ts';
import type { RunEvent } from '#schemas/types.ts';

type Open = (lastEventId: number) => Promise<Response>;

/** A server that is being started anew takes a moment. */
const ATTEMPTS = 20;
const BETWEEN_MS = 500;

/** Throws `interrupted` where the server does not come back. */
export async function* readEvents(open: Open, signal: AbortSignal): AsyncIterable<RunEvent> {
  let last = 0;
  let failures = 0;
  for (;;) {
    try {
      const response = await open(last);
      if (response.status === 204) return;
      failures = 0;
      for await (const message of messagesOf(response)) {
        if (message.event === 'end') return;
        const event = JSON.parse(message.data) as RunEvent;
        last = event.seq;
        yield event;
      }
    } catch (thrown) {
      if (signal.aborted) return;
      if (thrown instanceof EsteiraError) throw thrown;
    }
    if (signal.aborted) return;
    failures += 1;
    if (failures > ATTEMPTS) throw new EsteiraError('interrupted', {});
    await pause(BETWEEN_MS);
  }
}

interface Message {
  readonly event: string;
  readonly data: string;
}

async function* messagesOf(response: Response): AsyncIterable<Message> {
  let text = '';
  const chunks = response.body?.pipeThrough(new TextDecoderStream()) ?? [];
  for await (const chunk of chunks as AsyncIterable<string>) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const message = messageOf(text.slice(0, end));
      text = text.slice(end + 2);
      if (message.data !== '') yield message;
    }
  }
}

function messageOf(block: string): Message {
  const field = (name: string): string => {
    const line = block.split('\n').find((each) => each.startsWith(`${name}:`));
    return line === undefined ? '' : line.slice(name.length + 1).trimStart();
  };
  return { event: field('event'), data: field('data') };
}
