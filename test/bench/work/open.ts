/** Services on a home of their own, as the server opens them; runs are timed from the click to the last event. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pipeline, RunResult } from '#schemas/types.ts';
import { keepCompiledCode } from '#server/compiledCode.ts';
import { readConfig } from '#server/config.ts';
import { localOwner } from '#server/services/authorize.ts';
import { openServices } from '#server/services/open.ts';
import type { ServiceOptions, Services } from '#server/services/types.ts';

/** Milliseconds until a process that was just started is ready, generously. */
const WARMING = 4000;

export interface Timed {
  readonly ms: number;
  readonly result: RunResult;
}

export interface Bench {
  readonly services: Services;
  /** Throws where the run does not end well. */
  run(document: Pipeline): Promise<Timed>;
  /** Waits until a process is ready for the next run. */
  warm(): Promise<void>;
  close(): Promise<void>;
}

export async function openBench(options: ServiceOptions = {}): Promise<Bench> {
  keepCompiledCode();
  const home = await mkdtemp(join(tmpdir(), 'esteira-bench-'));
  const services = await openServices(readConfig({ ...process.env, ESTEIRA_HOME: home }), options);
  return {
    services,
    async run(document) {
      const start = performance.now();
      const { id } = await services.runs.start(localOwner, { source: { document } });
      const result = await services.runs.finished(localOwner, id);
      const ms = performance.now() - start;
      if (result.status !== 'done') throw new Error(`The run ended as ${result.status}.`);
      return { ms, result };
    },
    warm: () => pause(WARMING),
    async close() {
      await services.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
