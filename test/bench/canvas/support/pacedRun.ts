/** A server whose one run tells events at an even pace, as no real run can be made to. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pipeline, RunEvent } from '#schemas/types.ts';
import { readConfig } from '#server/config.ts';
import { createApp } from '#server/http/app.ts';
import { listen } from '#server/http/listen.ts';
import { openServices } from '#server/services/open.ts';
import type { RunService, RunSummary } from '#server/services/types.ts';
import { save } from './server.ts';

const dist = fileURLToPath(new URL('../../../../web/dist/', import.meta.url));
const RUN = 'paced';
const BEAT = 20;

export interface Pace {
  readonly perSecond: number;
  /** Whom the events are about, one after the other. */
  readonly steps: readonly string[];
}

export interface PacedServer {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** The application as it is, over real services; the answers about the one run alone are made here. */
export async function openPacedServer(document: Pipeline, pace: Pace): Promise<PacedServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'esteira-canvas-'));
  const config = readConfig({ ...process.env, ESTEIRA_TOKEN: '', HOST: '', ESTEIRA_HOME: folder });
  const log = (): void => {};
  const services = await openServices(config, { log });
  const stopping = new AbortController();
  const runs: RunService = { ...services.runs, ...pacedRun(document, pace) };
  const app = createApp({
    services: { ...services, runs },
    token: undefined,
    dist,
    stopping: stopping.signal,
    log,
  });
  const server = await listen(app, { host: '127.0.0.1', port: 0 });
  return {
    address: `${server.url}/pipelines/${await save(server.url, document)}`,
    close: async () => {
      stopping.abort();
      await server.close();
      await services.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function pacedRun(document: Pipeline, pace: Pace): Partial<RunService> {
  const now = new Date().toISOString();
  const summary: RunSummary = {
    id: RUN,
    name: document.name,
    pipeline: null,
    status: 'running',
    params: {},
    targets: null,
    seed: document.seed,
    attempt: 1,
    trigger: 'person',
    actor: 'local',
    version: null,
    createdAt: now,
    startedAt: now,
    finishedAt: null,
  };
  return {
    list: () => Promise.resolve([summary]),
    get: () => Promise.resolve(summary),
    document: () => Promise.resolve(document),
    events: (_, __, { signal } = {}) => pacedEvents(pace, signal),
  };
}

/** Progress with a loss, as of networks that train: what changes most on a card. */
async function* pacedEvents(
  { perSecond, steps }: Pace,
  signal: AbortSignal | undefined,
): AsyncGenerator<RunEvent> {
  const started = performance.now();
  const isOver = (): boolean => signal?.aborted === true;
  for (let seq = 1; !isOver();) {
    const due = ((performance.now() - started) * perSecond) / 1000;
    for (; seq <= due; seq += 1) {
      const round = Math.floor((seq - 1) / steps.length) + 1;
      yield {
        type: 'node-progress',
        run: RUN,
        seq,
        time: new Date().toISOString(),
        step: steps[(seq - 1) % steps.length]!,
        done: round,
        total: 100_000,
        unit: 'epochs',
        values: { epoch: round, loss: 1 / round },
      };
    }
    await pause(BEAT);
  }
}
