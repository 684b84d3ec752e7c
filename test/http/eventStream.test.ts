import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import express from 'express';
import { expect, onTestFinished, test } from 'vitest';
import type { RunEvent } from '#schemas/types.ts';
import { lastSeen, sendEvents } from '#server/http/eventStream.ts';
import { listen } from '#server/http/listen.ts';

const event = (seq: number, text = ''): RunEvent => {
  const time = '2026-01-01T00:00:00.000Z';
  return { run: 'r', seq, time, type: 'node-log', step: 'a', level: 'info', text };
};

interface Served {
  readonly url: string;
  /** Settles when the first answer is over. */
  readonly sent: Promise<void>;
}

async function serve(events: (signal: AbortSignal) => AsyncIterable<RunEvent>): Promise<Served> {
  const { promise: sent, resolve } = Promise.withResolvers<void>();
  const app = express();
  app.get('/', (_request, response) => {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    resolve(sendEvents(response, events(gone.signal), gone.signal, 20));
  });
  const { url, close } = await listen(app, { host: '127.0.0.1', port: 0 });
  onTestFinished(close);
  return { url, sent };
}

test('a run that is silent for long still gives a sign of life', async () => {
  const { url } = await serve(async function* () {
    yield event(1);
    await pause(200);
    yield event(2, 'line\nend');
  });
  const text = await (await fetch(url)).text();
  const [before, after] = text.split('id: 2\n') as [string, string];
  expect(before).toMatch(/^retry: \d+\n\nid: 1\ndata: \{.*\}\n\n(:\n\n){2,}$/);
  expect(after).toMatch(/^data: \{.*"text":"line\\\\?nend"\}\n\nevent: end\ndata: \{\}\n\n$/);
});

test('a reader that goes away ends the reading of events, however many there are', async () => {
  let given = 0;
  const { url, sent } = await serve(async function* (signal) {
    // Faster than anybody reads: the stream holds them back, it does not pile them up.
    while (!signal.aborted) yield event((given += 1), 'x'.repeat(10_000));
  });
  const controller = new AbortController();
  await fetch(url, { signal: controller.signal });
  await pause(100);
  controller.abort();
  await sent;
  expect(given).toBeLessThan(5000);
});

test('the number that a reader saw last is the header’s, else the address’s', () => {
  expect(lastSeen('7', 3)).toBe(7);
  expect(lastSeen(undefined, 3)).toBe(3);
  expect(lastSeen(undefined, undefined)).toBe(0);
  for (const wrong of ['', 'x', '-1', '1.5', '9'.repeat(30), ['1', '2']]) {
    expect(lastSeen(wrong, undefined)).toBe(0);
  }
});

test('a port that is taken and a host that is elsewhere are told apart', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => {
    other.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => void other.close());
  const { port } = other.address() as { port: number };
  const app = express();
  await expect(listen(app, { host: '127.0.0.1', port })).rejects.toMatchObject({
    code: 'port-in-use',
    params: { port: String(port) },
  });
  await expect(listen(app, { host: '203.0.113.9', port: 0 })).rejects.toMatchObject({
    code: 'setting-wrong',
    params: { setting: 'HOST' },
  });
  const six = await listen(app, { host: '::1', port: 0 }).catch(() => undefined);
  if (six) {
    expect(six.url).toMatch(/^http:\/\/\[::1\]:\d+$/);
    await six.close();
  }
});
