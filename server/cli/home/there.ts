/** A home that a server holds: the same questions, over HTTP, with the token of the lock. */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { EsteiraError, fromData, toData } from '#schemas/errors.ts';
import type { Problem, RunResult } from '#schemas/types.ts';
import { readableFile } from '#server/services/fileNames.ts';
import type {
  Ask,
  DatasetRecord,
  OpenedBundle,
  RunSummary,
  SavedOutput,
} from '#server/services/types.ts';
import type { Home } from './home.ts';
import { readEvents } from './sse.ts';

export interface Server {
  readonly url: string;
  readonly token: string;
}

export function homeThere({ url, token }: Server): Home {
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${token}`);
    const response = await fetch(url + path, { ...init, headers });
    if (response.ok) return response;
    throw await errorOf(response);
  };
  const get = async <T>(path: string): Promise<T> => (await ask(path)).json() as Promise<T>;
  const post = (path: string, body: unknown): Promise<Response> =>
    ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const send = async (address: string, file: string): Promise<Response> => {
    const body = Readable.toWeb(createReadStream(await readableFile(file)));
    return ask(address, { method: 'POST', body, duplex: 'half' });
  };
  const at = (run: string, more = ''): string => `/api/runs/${encodeURIComponent(run)}${more}`;

  return {
    async importFile(path) {
      const response = await send(`/api/datasets?name=${encodeURIComponent(basename(path))}`, path);
      const { name: dataset, hash } = (await response.json()) as DatasetRecord;
      return { dataset, hash };
    },
    async openBundle(path) {
      return ((await (await send('/api/bundles', path)).json()) as OpenedBundle).document;
    },
    async check(document) {
      const response = await post('/api/pipelines/check', { document });
      const { problems } = (await response.json()) as { problems: Problem[] };
      return problems.map(toData);
    },
    async start({ source, ...options }) {
      return (await post('/api/runs', { ...source, ...options })).json() as Promise<RunSummary>;
    },
    events: (run, signal) =>
      readEvents(
        (last) => ask(at(run, '/events'), { signal, headers: { 'last-event-id': String(last) } }),
        signal,
      ),
    result: (run) => get<RunResult>(at(run, '/result')),
    async report(run, locale) {
      const zone = encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone);
      return (await ask(at(run, `/report?locale=${locale}&zone=${zone}`))).text();
    },
    async cancel(run) {
      await post(at(run, '/cancel'), {});
    },
    asks: (run) => get<Ask[]>(at(run, '/asks')),
    saved: (run) => get<SavedOutput[]>(at(run, '/saved')),
    async content(hash) {
      const { body } = await ask(`/api/artifacts/${hash}`);
      return Readable.fromWeb(body as ReadableStream);
    },
    close: async () => {},
  };
}

/** The server's own words, where it gave any. */
async function errorOf(response: Response): Promise<EsteiraError> {
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('application/problem+json')) {
    return fromData(toData((await response.json()) as Problem));
  }
  return new EsteiraError('unexpected', { detail: `HTTP ${response.status}` });
}
