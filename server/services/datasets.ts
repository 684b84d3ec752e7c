/** Data sets: files kept unchanged under the hash of their bytes, found again by name. */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { EsteiraError } from '#schemas/errors.ts';
import type { DatasetRow } from '#server/store/schema.ts';
import { authorize } from './authorize.ts';
import { type Core, found } from './core.ts';
import { inspections } from './datasets/inspections.ts';
import { lookAtBytes, lookFirst, takeIn, type Look, type Sent } from './datasets/intake.ts';
import { plainName, readableFile } from './fileNames.ts';
import type { QueryCalls } from './queryCalls.ts';
import { sampleFile, sampleSummaries } from './samples.ts';
import type { Actor, DatasetRecord, DatasetService } from './types.ts';
import { usedBy } from './usedBy.ts';

const FIRST_ROWS = 100;

export function datasetService(core: Core, queries: QueryCalls): DatasetService {
  const { datasets, artifacts, pipelines } = core.store;
  const one = (actor: Actor, id: string): Promise<DatasetRow> =>
    found('dataset', id, datasets.find(actor.workspace, id));

  const inspect = inspections(queries);
  const keep = async (actor: Actor, file: Sent, look?: Look): Promise<DatasetRecord> =>
    record(await takeIn(core, actor, file, look));

  return {
    async import(actor, { name, stream }) {
      authorize(actor, 'write', { kind: 'dataset' });
      return keep(actor, { name: plainName(name), stream });
    },
    async upload(actor, { name, stream, signal }) {
      authorize(actor, 'write', { kind: 'dataset' });
      const look = lookFirst(inspect, FIRST_ROWS, signal);
      return keep(actor, { name: plainName(name), stream }, look);
    },
    async importFile(actor, { path, name }) {
      authorize(actor, 'write', { kind: 'dataset' });
      const known = plainName(name ?? basename(path));
      const stream = createReadStream(await readableFile(path));
      return keep(actor, { name: known, stream }, lookAtBytes);
    },
    samples(actor) {
      authorize(actor, 'read', { kind: 'dataset' });
      return sampleSummaries();
    },
    async importSample(actor, name) {
      authorize(actor, 'write', { kind: 'dataset' });
      return keep(actor, { name: `${name}.csv`, stream: createReadStream(sampleFile(name)) });
    },
    async list(actor) {
      authorize(actor, 'read', { kind: 'dataset' });
      return (await datasets.list(actor.workspace)).map(record);
    },
    async get(actor, id) {
      authorize(actor, 'read', { kind: 'dataset', id });
      return record(await one(actor, id));
    },
    async resolve(actor, { dataset, hash }) {
      authorize(actor, 'read', { kind: 'dataset' });
      const row = await datasets.findByHash(actor.workspace, hash);
      if (!row) throw new EsteiraError('dataset-missing', { dataset });
      return record(row);
    },
    async content(actor, id) {
      authorize(actor, 'read', { kind: 'dataset', id });
      return artifacts.read((await one(actor, id)).hash);
    },
    async inspect(actor, id, { read = {}, limit = FIRST_ROWS, signal } = {}) {
      authorize(actor, 'read', { kind: 'dataset', id });
      const { name, hash, format } = await one(actor, id);
      return inspect({ dataset: { dataset: name, hash }, format, read, limit }, signal);
    },
    async whereUsed(actor, id) {
      authorize(actor, 'read', { kind: 'dataset', id });
      return usedBy(pipelines, actor.workspace, (await one(actor, id)).hash);
    },
    async remove(actor, id) {
      authorize(actor, 'delete', { kind: 'dataset', id });
      const row = await one(actor, id);
      const using = await usedBy(pipelines, actor.workspace, row.hash);
      if (using.length > 0) {
        const names = using.map((pipeline) => pipeline.name).join(', ');
        throw new EsteiraError('in-use', { name: row.name, users: names });
      }
      await datasets.remove(actor.workspace, id);
    },
  };
}

function record({ id, name, hash, bytes, format, createdAt }: DatasetRow): DatasetRecord {
  return { id, name, hash, bytes, format, createdAt };
}
