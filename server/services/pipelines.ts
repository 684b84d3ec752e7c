/** Saved pipelines: kept as they are edited, finished or not, and never overwritten unseen. */
import { freeName } from '#schemas/freeName.ts';
import { toData } from '#schemas/errors.ts';
import type { ErrorData } from '#schemas/types.ts';
import { plan } from '#server/engine/plan.ts';
import { authorize } from './authorize.ts';
import { type Core, found, notFound, timeNow } from './core.ts';
import { documentErrors, readDocument, updateNodes } from './documents.ts';
import { missingDatasets } from './missingDatasets.ts';
import { documentOf, pipelineKeeper, recordOf, summaryOf } from './pipelines/keep.ts';
import type { Actor, PipelineService } from './types.ts';

export function pipelineService(core: Core): PipelineService {
  const { pipelines } = core.store;
  const { find, insert, replace } = pipelineKeeper(core);
  const setTrashed = async (actor: Actor, id: string, at: string | null): Promise<void> => {
    authorize(actor, 'write', { kind: 'pipeline', id });
    if (!(await pipelines.setTrashed(actor.workspace, id, at))) throw notFound('pipeline', id);
  };
  return {
    async list(actor, { trashed = false } = {}) {
      authorize(actor, 'read', { kind: 'pipeline' });
      return (await pipelines.list(actor.workspace, trashed)).map(summaryOf);
    },
    async get(actor, id) {
      authorize(actor, 'read', { kind: 'pipeline', id });
      return recordOf(await find(actor, id));
    },
    async summary(actor, id) {
      authorize(actor, 'read', { kind: 'pipeline', id });
      return summaryOf(await found('pipeline', id, pipelines.findSummary(actor.workspace, id)));
    },
    async create(actor, document) {
      authorize(actor, 'write', { kind: 'pipeline' });
      return insert(actor, readDocument(document));
    },
    async save(actor, id, { document, revision }) {
      authorize(actor, 'write', { kind: 'pipeline', id });
      const next = readDocument(document);
      return replace(await find(actor, id), next, revision);
    },
    async rename(actor, id, { name, revision }) {
      authorize(actor, 'write', { kind: 'pipeline', id });
      const row = await find(actor, id);
      return replace(row, readDocument({ ...documentOf(row), name }), revision);
    },
    async duplicate(actor, id, name) {
      authorize(actor, 'write', { kind: 'pipeline', id });
      const row = await find(actor, id);
      const taken = new Set((await pipelines.list(actor.workspace, false)).map((p) => p.name));
      const free = name ?? freeName(row.name, taken);
      return insert(actor, readDocument({ ...documentOf(row), name: free }));
    },
    trash: (actor, id) => setTrashed(actor, id, timeNow()),
    restore: (actor, id) => setTrashed(actor, id, null),
    async remove(actor, id) {
      authorize(actor, 'delete', { kind: 'pipeline', id });
      if (!(await pipelines.remove(actor.workspace, id))) throw notFound('pipeline', id);
    },
    read(actor, source) {
      authorize(actor, 'read', { kind: 'pipeline' });
      return readDocument(source);
    },
    async text(actor, id) {
      authorize(actor, 'read', { kind: 'pipeline', id });
      return (await find(actor, id)).document;
    },
    async check(actor, source, options) {
      authorize(actor, 'read', { kind: 'pipeline' });
      return problemsOf(source, core, options);
    },
  };
}

/** The document's own mistakes, or, where it has none, everything that keeps its graph from running. */
async function problemsOf(
  source: unknown,
  { catalogue: load, store }: Core,
  { params, targets }: Parameters<PipelineService['check']>[2] = {},
): Promise<readonly ErrorData[]> {
  const mistakes = documentErrors(source);
  if (mistakes.length > 0) return mistakes.map(toData);
  const catalogue = await load();
  const document = updateNodes(readDocument(source), catalogue);
  const { errors = [] } = plan(document, catalogue, {
    ...(params ? { params } : {}),
    ...(targets ? { target: targets } : {}),
  });
  return [...errors, ...missingDatasets(document, store)].map(toData);
}
