/** Saved pipelines: kept as they are edited, finished or not, and never overwritten unseen. */
import { EsteiraError, toData } from '#schemas/errors.ts';
import { writePipeline } from '#schemas/document/write.ts';
import type { Pipeline } from '#schemas/types.ts';
import { plan } from '#server/engine/plan.ts';
import type { PipelineRow } from '#server/store/schema.ts';
import { authorize } from './authorize.ts';
import { type Core, found, newId, notFound, timeNow } from './core.ts';
import { documentErrors, readDocument, updateNodes } from './documents.ts';
import { missingDatasets } from './missingDatasets.ts';
import type { Actor, PipelineRecord, PipelineService, PipelineSummary } from './types.ts';

const LONGEST_NAME = 200;

export function pipelineService(core: Core): PipelineService {
  const { pipelines } = core.store;
  const one = (actor: Actor, id: string): Promise<PipelineRow> =>
    found('pipeline', id, pipelines.find(actor.workspace, id));
  const insert = async (actor: Actor, document: Pipeline): Promise<PipelineRecord> => {
    const now = timeNow();
    const row: PipelineRow = {
      id: newId(),
      workspace: actor.workspace,
      actor: actor.id,
      name: document.name,
      document: writePipeline(document),
      revision: 1,
      createdAt: now,
      updatedAt: now,
      trashedAt: null,
    };
    await pipelines.insert(row);
    return record(row);
  };
  const replace = async (
    row: PipelineRow,
    document: Pipeline,
    revision: number,
  ): Promise<PipelineRecord> => {
    const { workspace, id } = row;
    const changes = {
      name: document.name,
      document: writePipeline(document),
      updatedAt: timeNow(),
    };
    const replaced = await pipelines.replace({ workspace, id, ...changes }, revision);
    if (!replaced) throw new EsteiraError('changed-meanwhile', { name: row.name });
    return record({ ...row, ...changes, revision: revision + 1 });
  };
  const setTrashed = async (actor: Actor, id: string, at: string | null): Promise<void> => {
    authorize(actor, 'write', { kind: 'pipeline', id });
    if (!(await pipelines.setTrashed(actor.workspace, id, at))) throw notFound('pipeline', id);
  };

  return {
    async list(actor, { trashed = false } = {}) {
      authorize(actor, 'read', { kind: 'pipeline' });
      return (await pipelines.list(actor.workspace, trashed)).map(summary);
    },
    async get(actor, id) {
      authorize(actor, 'read', { kind: 'pipeline', id });
      return record(await one(actor, id));
    },
    async create(actor, document) {
      authorize(actor, 'write', { kind: 'pipeline' });
      return insert(actor, readDocument(document));
    },
    async save(actor, id, { document, revision }) {
      authorize(actor, 'write', { kind: 'pipeline', id });
      const next = readDocument(document);
      return replace(await one(actor, id), next, revision);
    },
    async rename(actor, id, { name, revision }) {
      authorize(actor, 'write', { kind: 'pipeline', id });
      const row = await one(actor, id);
      return replace(row, readDocument({ ...parse(row), name }), revision);
    },
    async duplicate(actor, id, name) {
      authorize(actor, 'write', { kind: 'pipeline', id });
      const row = await one(actor, id);
      const taken = new Set(
        (await pipelines.list(actor.workspace, false)).map((each) => each.name),
      );
      return insert(
        actor,
        readDocument({ ...parse(row), name: name ?? nextName(row.name, taken) }),
      );
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
      return (await one(actor, id)).document;
    },
    async check(actor, source, { params, targets } = {}) {
      authorize(actor, 'read', { kind: 'pipeline' });
      const mistakes = documentErrors(source);
      if (mistakes.length > 0) return mistakes.map(toData);
      const catalogue = await core.catalogue();
      const document = updateNodes(readDocument(source), catalogue);
      const { errors = [] } = plan(document, catalogue, {
        ...(params ? { params } : {}),
        ...(targets ? { target: targets } : {}),
      });
      return [...errors, ...missingDatasets(document, core.store)].map(toData);
    },
  };
}

const parse = (row: PipelineRow): Pipeline => JSON.parse(row.document) as Pipeline;

function summary(row: Omit<PipelineRow, 'document'>): PipelineSummary {
  const { id, name, revision, createdAt, updatedAt, trashedAt } = row;
  return { id, name, revision, createdAt, updatedAt, trashedAt };
}

const record = (row: PipelineRow): PipelineRecord => ({ ...summary(row), document: parse(row) });

/** "Sales", "Sales 2", "Sales 3": the first that is free. */
function nextName(name: string, taken: ReadonlySet<string>): string {
  const stem = name.replace(/ \d+$/, '');
  for (let number = 2; ; number++) {
    const ending = ` ${number}`;
    const next = stem.slice(0, LONGEST_NAME - ending.length) + ending;
    if (!taken.has(next)) return next;
  }
}
