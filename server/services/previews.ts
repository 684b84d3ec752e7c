/** Looks at the wires of a document, finished or not, by way of the query process. */
import type { Pipeline } from '#schemas/types.ts';
import { authorize } from './authorize.ts';
import { type Core, found } from './core.ts';
import { readDocument, updateNodes } from './documents.ts';
import type { PortJob, QueryCalls } from './queryCalls.ts';
import type { Actor, Narrowing, PreviewRequest, PreviewService } from './types.ts';

const FIRST_ROWS = 100;
const MOST_ROWS = 10_000;

export function previewService(core: Core, queries: QueryCalls): PreviewService {
  const read = async (source: unknown): Promise<Pipeline> =>
    updateNodes(readDocument(source), await core.catalogue());
  const portJob = async (actor: Actor, request: PreviewRequest): Promise<PortJob> => {
    authorize(actor, 'read', { kind: 'preview' });
    const document = await read(request.document);
    const { node, port, params = {}, seed = document.seed, run } = request;
    if (run !== undefined) await found('run', run, core.store.runs.find(actor.workspace, run));
    const which = { node, port, ...(run === undefined ? {} : { run }) };
    return { document: JSON.stringify(document), params, seed, ...which, ...narrowing(request) };
  };
  return {
    async rows(actor, request) {
      const limit = whole(request.limit ?? FIRST_ROWS, MOST_ROWS);
      const offset = whole(request.offset ?? 0, Number.MAX_SAFE_INTEGER);
      const job = await portJob(actor, request);
      return queries.rows({ ...job, limit, offset }, request.signal);
    },
    async profile(actor, request) {
      const { columns, signal } = request;
      const job = await portJob(actor, request);
      return queries.profile({ ...job, ...(columns === undefined ? {} : { columns }) }, signal);
    },
    async schemas(actor, { document, params = {}, seed, signal }) {
      authorize(actor, 'read', { kind: 'preview' });
      const whole = await read(document);
      const job = { document: JSON.stringify(whole), params, seed: seed ?? whole.seed };
      return queries.schemas(job, signal);
    },
  };
}

function narrowing({ part, where, raw, order }: Narrowing): Narrowing {
  return {
    ...(part === undefined ? {} : { part }),
    ...(where === undefined ? {} : { where }),
    ...(raw === undefined ? {} : { raw }),
    ...(order === undefined ? {} : { order }),
  };
}

const whole = (value: number, most: number): number =>
  Math.min(most, Math.max(0, Math.floor(value)));
