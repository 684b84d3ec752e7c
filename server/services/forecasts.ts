/** What a run would do, and results that stay; both by way of the query process, which knows the tensors' backend. */
import { EsteiraError } from '#schemas/errors.ts';
import type { Pipeline } from '#schemas/types.ts';
import { usesOf } from '#server/engine/uses.ts';
import { authorize } from './authorize.ts';
import { type Core, found, timeNow } from './core.ts';
import { readDocument, updateNodes } from './documents.ts';
import type { QueryCalls } from './queryCalls.ts';
import { scopeOf } from './runs/rows.ts';
import type { Actor, ForecastRequest, ForecastService } from './types.ts';

export function forecastService(core: Core, queries: QueryCalls): ForecastService {
  const { pipelines, steps } = core.store;
  const documentOf = async (actor: Actor, request: ForecastRequest): Promise<Pipeline> => {
    const { document, pipeline } = request;
    const saved =
      pipeline === undefined
        ? undefined
        : await found('pipeline', pipeline, pipelines.find(actor.workspace, pipeline));
    const source = document ?? saved?.document;
    if (source === undefined) throw new EsteiraError('value-fits-none', { field: 'document' });
    return updateNodes(readDocument(source), await core.catalogue());
  };
  const ofRun = async (actor: Actor, run: string | undefined): Promise<{ run?: string }> => {
    if (run === undefined) return {};
    await found('run', run, core.store.runs.find(actor.workspace, run));
    return { run };
  };
  return {
    async forecast(actor, request) {
      authorize(actor, 'read', { kind: 'preview' });
      const document = await documentOf(actor, request);
      const { params = {}, seed = document.seed, targets, fresh = [], pipeline, signal } = request;
      const scope = scopeOf({ pipeline: pipeline ?? null, name: document.name });
      const records = await steps.records(actor.workspace, scope);
      const ids = new Set(document.nodes.map((node) => node.id));
      const uses = usesOf(document, await core.catalogue());
      const isHere = (step: string): boolean => {
        const end = step.lastIndexOf('/');
        return end === -1 ? ids.has(step) : uses.has(step.slice(0, end));
      };
      const job = {
        document: JSON.stringify(document),
        params,
        seed,
        ...(targets === undefined ? {} : { targets }),
        fresh,
        ...(await ofRun(actor, request.run)),
        records: [...records].filter(([step]) => isHere(step)),
      };
      return queries.forecast(job, signal);
    },
    async pin(actor, { document: source, params = {}, seed, node, run, signal }) {
      authorize(actor, 'run', { kind: 'preview' });
      const document = updateNodes(readDocument(source), await core.catalogue());
      const given = { document: JSON.stringify(document), params, seed: seed ?? document.seed };
      const job = { ...given, node, ...(await ofRun(actor, run)) };
      const { key, at, result } = await queries.pin(job, signal);
      // Once the key stands in a document, the result has to be there.
      await steps.putResults([{ key: at, outputs: result }], timeNow());
      return { key };
    },
  };
}
