import { localOwner as actor } from '#server/services/authorize.ts';
import type { Services } from '#server/services/types.ts';
import type { Home } from './home.ts';

/** A home that this process opened for itself. */
export function homeHere(services: Services): Home {
  const { bundles, datasets, pipelines, runs, artifacts } = services;
  return {
    async importFile(path) {
      const { name, hash } = await datasets.importFile(actor, { path });
      return { dataset: name, hash };
    },
    openBundle: async (path) => (await bundles.openFile(actor, path)).document,
    check: (document) => pipelines.check(actor, document),
    start: (request) => runs.start(actor, request),
    events: (run, signal) => runs.events(actor, run, { signal }),
    result: (run) => runs.result(actor, run),
    async report(run, locale) {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      return (await services.reports.report(actor, run, { locale, timeZone })).html;
    },
    async cancel(run) {
      await runs.cancel(actor, run);
    },
    asks: (run) => runs.asks(actor, run),
    saved: (run) => runs.saved(actor, run),
    content: async (hash) => (await artifacts.read(actor, hash)).stream,
    close: () => services.close(),
  };
}
