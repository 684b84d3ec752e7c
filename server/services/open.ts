/** Opens a home with everything that works on it. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ownerOf, ownHome, type Owner } from '#server/store/home.ts';
import { openStore, type Store } from '#server/store/store.ts';
import { forkChild } from '#server/work/child.ts';
import { Journal } from '#server/work/journal.ts';
import { Queries, type QueryChildProcess } from '#server/work/queries.ts';
import type { RunChildProcess } from '#server/work/runProcess.ts';
import { openSpares } from '#server/work/spares.ts';
import { artifactService } from './artifacts.ts';
import { bundleService } from './bundles.ts';
import { catalogueSource } from './catalogue.ts';
import { timeNow, type Core } from './core.ts';
import { datasetService } from './datasets.ts';
import { forecastService } from './forecasts.ts';
import { modelService } from './models.ts';
import { pipelineService } from './pipelines.ts';
import { previewService } from './previews.ts';
import { queryCalls } from './queryCalls.ts';
import { journalStore } from './runs/journalStore.ts';
import { reportService } from './reports.ts';
import { RunManager } from './runs/manager.ts';
import { runService } from './runs.ts';
import { suggestionService } from './suggestions.ts';
import { templateService } from './templates.ts';
import type { ServiceOptions, Services, ServiceSettings } from './types.ts';
import { version } from './version.ts';

/** Code, compiled node types, and buffers of native libraries: on top of the heap and of the tables. */
const OVERHEAD_MEGABYTES = 768;
/** Milliseconds until the query process is loaded: the first answers and the first run come before it. */
const WARM_AFTER = 3000;
/** Loading node types keeps the process from answering; a server's first answers come before. */
const LOAD_AFTER = 500;
const WORKER = new URL('../worker.ts', import.meta.url);
const QUERIER = new URL('../querier.ts', import.meta.url);

/** The living process that owns a home, if there is one, and where it answers. */
export const homeOwner: (home: string) => Promise<Owner | undefined> = ownerOf;

/** Throws `home-not-writable`, `home-in-use`, `store-newer` or `store-unreadable`. */
export async function openServices(
  settings: ServiceSettings,
  options: ServiceOptions = {},
): Promise<Services> {
  const home = await ownHome(settings.home);
  try {
    // What processes left half-written when they were ended; whoever owns the home now is alone with it.
    await rm(join(settings.home, 'artifacts', 'staging'), { recursive: true, force: true });
    const store = await openStore(settings.home);
    return await assemble(settings, options, store, home);
  } catch (error) {
    await home.release();
    throw error;
  }
}

type Home = Awaited<ReturnType<typeof ownHome>>;

async function assemble(
  settings: ServiceSettings,
  { nodesDir, templatesDir, command = false, log = () => {} }: ServiceOptions,
  store: Store,
  home: Home,
): Promise<Services> {
  const { service: catalogue, catalogue: load } = catalogueSource(nodesDir);
  const core: Core = { settings, store, catalogue: load, log };
  const memoryMegabytes = memoryOfRun(settings);
  const child = {
    settings: { home: settings.home, nodesDir, tableMemory: settings.tableMemory },
    heapMegabytes: settings.heapMegabytes,
  };
  const start = (): QueryChildProcess => forkChild({ entry: QUERIER, ...child });
  const queries = openQueries(core, start, memoryMegabytes);
  const startSpare = (): RunChildProcess => {
    const spare: RunChildProcess = forkChild({ entry: WORKER, ...child });
    // Until it is given a run, which listens instead.
    spare.listen((message) => message.type === 'log' && log(message.message));
    return spare;
  };
  const spares = openSpares(startSpare, { refill: !command });
  const journal = new Journal(journalStore(store));
  const manager = new RunManager({
    store,
    journal,
    process: () => spares.take(),
    limit: settings.runs,
    memoryMegabytes,
    ownOnly: command,
    log,
  });
  const calls = queryCalls(queries);
  const templates = templateService(templatesDir);
  const datasets = datasetService(core, calls);
  // Whoever needs the types first meets what went wrong.
  const loadEarly = (): void => {
    load().catch((cause: unknown) => log('Node types could not be loaded.', cause));
  };
  const later: NodeJS.Timeout[] = [];
  if (command) loadEarly();
  else {
    later.push(
      setTimeout(loadEarly, LOAD_AFTER),
      setTimeout(() => queries.warm(), WARM_AFTER),
    );
    await manager.recover();
  }

  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    for (const timer of later) clearTimeout(timer);
    spares.close();
    await Promise.all([manager.close(), queries.close()]);
    await journal.settled();
    await store.close();
    await home.release();
  };
  return {
    home,
    catalogue,
    pipelines: pipelineService(core),
    datasets,
    bundles: bundleService(core, datasets),
    runs: runService(core, { journal, manager, templates }),
    reports: reportService(core, catalogue),
    previews: previewService(core, calls),
    forecasts: forecastService(core, calls),
    models: modelService(core, calls),
    templates,
    suggestions: suggestionService(datasets),
    artifacts: artifactService(core),
    health: () => ({ version, runs: { limit: settings.runs, running: manager.running } }),
    close: () => (closing ??= close()),
  };
}

/** What one run may take in all, before it is ended. */
const memoryOfRun = ({ heapMegabytes, tableMemory }: ServiceSettings): number =>
  Math.round(heapMegabytes + tableMemory / 1024 ** 2 + OVERHEAD_MEGABYTES);

/** Looks at data beside the runs; what it computes is found again like what runs do. */
function openQueries(
  { store: { steps }, log }: Core,
  start: () => QueryChildProcess,
  memoryMegabytes: number,
): Queries {
  return new Queries({
    start,
    memoryMegabytes,
    find: (keys) => steps.results(keys),
    keep: (results) => {
      const rows = results.map(([key, outputs]) => ({ key, outputs }));
      return steps.putResults(rows, timeNow());
    },
    log,
  });
}
