/** A run as a file that people keep, print and send. */
import { EsteiraError } from '#schemas/errors.ts';
import type { Pipeline } from '#schemas/types.ts';
import { authorize } from './authorize.ts';
import { type Core, found } from './core.ts';
import { resultOf } from './runs/result.ts';
import { eventOf, isResting, summaryOf } from './runs/rows.ts';
import type { CatalogueService, ReportService } from './types.ts';

export function reportService({ store }: Core, catalogue: CatalogueService): ReportService {
  return {
    async report(actor, id, options) {
      authorize(actor, 'read', { kind: 'run', id });
      const row = await found('run', id, store.runs.find(actor.workspace, id));
      if (!isResting(row.status)) throw new EsteiraError('run-not-finished', { run: id });
      const events = (await store.events.after(id, 0, Number.MAX_SAFE_INTEGER)).map(eventOf);
      const [types, { runReport }] = await Promise.all([
        catalogue.nodes(actor),
        // It brings a library of charts, which no start should wait for.
        import('#server/report/runReport.ts'),
      ]);
      const run = summaryOf(row);
      const document = JSON.parse(row.document) as Pipeline;
      const facts = { run, document, result: resultOf(row, events), events, types };
      const { locale, timeZone } = options;
      const zone = timeZone !== undefined && isTimeZone(timeZone) ? { timeZone } : {};
      return { name: fileName(row.name), html: runReport(facts, { locale, ...zone }) };
    },
  };
}

function isTimeZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** A plain name for every system, whatever the run is called. */
function fileName(name: string): string {
  const plain = name.toWellFormed().replace(/[/\\:*?"<>|%\p{Cc}\p{Cf}\s]+/gu, ' ');
  const short = Array.from(plain.trim())
    .slice(0, 80)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '');
  return `${short === '' ? 'report' : short}.html`;
}
