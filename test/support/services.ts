/** Services on a home of their own, with real processes behind them. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import type { RunEvent } from '#schemas/types.ts';
import { keepCompiledCode } from '#server/compiledCode.ts';
import { localOwner } from '#server/services/authorize.ts';
import { openServices } from '#server/services/open.ts';
import type { Services, ServiceOptions, ServiceSettings } from '#server/services/types.ts';

export const actor = localOwner;

/** Processes of all tests share what Node compiled; homes come and go. */
keepCompiledCode();

export const workNodes = fileURLToPath(new URL('./workNodes/', import.meta.url));

export async function temporaryHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'esteira-home-'));
  onTestFinished(() => rm(home, { recursive: true, force: true, maxRetries: 5 }));
  return home;
}

export function settingsFor(home: string, more: Partial<ServiceSettings> = {}): ServiceSettings {
  return {
    home,
    runs: 2,
    tableMemory: 256 * 1024 ** 2,
    heapMegabytes: 128,
    maxUpload: 1024 ** 2,
    ...more,
  };
}

export type OpenOptions = ServiceOptions & { readonly settings?: Partial<ServiceSettings> };

/** Closed when the test ends; closing before is allowed. */
export async function services(home: string, options: OpenOptions = {}): Promise<Services> {
  const opened = await open(home, options);
  onTestFinished(() => opened.close());
  return opened;
}

function open(home: string, { settings = {}, ...options }: OpenOptions): Promise<Services> {
  return openServices(settingsFor(home, settings), { nodesDir: workNodes, ...options });
}

/** The same home for all tests of a file: opening one and loading its processes takes longer than most tests. */
export function sharedServices(options: OpenOptions = {}): {
  readonly esteira: Services;
  /** Names of all files that hold bytes of its artifacts, whole or begun. */
  readonly files: () => Promise<readonly string[]>;
} {
  let home = '';
  const shared = {
    esteira: undefined as unknown as Services,
    async files() {
      const from = { recursive: true, withFileTypes: true } as const;
      const all = await readdir(join(home, 'artifacts'), from);
      return all.flatMap((entry) => (entry.isFile() ? [entry.name] : [])).sort();
    },
  };
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'esteira-home-'));
    shared.esteira = await open(home, options);
  });
  afterAll(async () => {
    await shared.esteira.close();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  });
  return shared;
}

/** Waits for an event of the run that fits, from the first one on. */
export async function eventOf(
  { runs }: Services,
  run: string,
  fits: (event: RunEvent) => boolean,
): Promise<RunEvent> {
  for await (const event of runs.events(actor, run)) if (fits(event)) return event;
  throw new Error(`The run ${run} ended without the event that was waited for.`);
}

export async function eventsOf({ runs }: Services, run: string): Promise<RunEvent[]> {
  return Array.fromAsync(runs.events(actor, run));
}
