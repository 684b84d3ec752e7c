/** Reads server-sent events off a real connection. */
import type { RunEvent } from '#schemas/types.ts';

export interface Stream {
  readonly status: number;
  readonly headers: Headers;
  /** The events in order, until the stream ends or `enough` says so. */
  read(enough?: (event: RunEvent) => boolean): Promise<RunEvent[]>;
  /** Whether the server has said that nothing more comes. */
  readonly ended: () => boolean;
  close(): void;
}

export async function openEvents(url: string, lastEventId?: number): Promise<Stream> {
  const controller = new AbortController();
  const response = await fetch(url, {
    signal: controller.signal,
    headers: lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) },
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  let ended = false;
  const read = async (enough: (event: RunEvent) => boolean = () => false): Promise<RunEvent[]> => {
    const events: RunEvent[] = [];
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end < 0) {
        const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
        if (done) return events;
        text += value;
        continue;
      }
      const fields = fieldsOf(text.slice(0, end));
      text = text.slice(end + 2);
      if (fields['event'] === 'end') ended = true;
      else if (fields['data'] !== undefined) {
        const event = JSON.parse(fields['data']) as RunEvent;
        if (String(event.seq) !== fields['id']) throw new Error('The id is not the number.');
        events.push(event);
        if (enough(event)) return events;
      }
    }
  };
  return {
    status: response.status,
    headers: response.headers,
    read,
    ended: () => ended,
    close: () => controller.abort(),
  };
}

/** A line that opens with a colon is a comment. */
function fieldsOf(block: string): Record<string, string> {
  const pairs = block.split('\n').map((line) => {
    const at = line.indexOf(':');
    return [line.slice(0, at), line.slice(at + 1).trimStart()] as const;
  });
  return Object.fromEntries(pairs.filter(([name]) => name !== ''));
}
