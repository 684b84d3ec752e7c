/** What a run would do, and results that stay; both by way of the query process, which knows the tensors' backend. */
import { EsteiraError } from '#schemas/errors.ts';
import type { Pipeline } from '#schemas/types.ts';
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
  return {
    async forecast(actor, request) {
      authorize(actor, 'read', { kind: 'preview' });
      const document = await documentOf(actor, request);
      const { params = {}, seed = document.seed, targets, fresh = [], pipeline, signal } = request;
      const scope = scopeOf({ pipeline: pipeline ?? null, name: document.name });
      const records = await steps.records(actor.workspace, scope);
      const ids = new Set(document.nodes.map((node) => node.id));
      const job = {
        document: JSON.stringify(document),
        params,
        seed,
        ...(targets === undefined ? {} : { targets }),
        fresh,
        records: [...records].filter(([step]) => ids.has(step)),
      };
      return queries.forecast(job, signal);
    },
    async pin(actor, { document: source, params = {}, seed, node, signal }) {
      authorize(actor, 'run', { kind: 'preview' });
      const document = updateNodes(readDocument(source), await core.catalogue());
      const job = { document: JSON.stringify(document), params, seed: seed ?? document.seed, node };
      const { key, at, result } = await queries.pin(job, signal);
      // Once the key stands in a document, the result has to be there.
      await steps.putResults([{ key: at, outputs: result }], timeNow());
      return { key };
    },
  };
}
