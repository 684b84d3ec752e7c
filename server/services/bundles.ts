/** A pipeline and its data sets, together in one file. */
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { authorize } from './authorize.ts';
import type { ListedDataset } from './bundles/manifest.ts';
import { type VerifiedBundle, verifyBundle } from './bundles/open.ts';
import { writeBundle } from './bundles/write.ts';
import { type Core, found } from './core.ts';
import { readDocument } from './documents.ts';
import { readableFile } from './fileNames.ts';
import { receive } from './receive.ts';
import type {
  Actor,
  BundledDataset,
  BundleService,
  DatasetService,
  OpenedBundle,
} from './types.ts';

export function bundleService(
  { store: { pipelines, artifacts }, settings: { maxUpload } }: Core,
  datasets: DatasetService,
): BundleService {
  const keep = async (actor: Actor, bundle: VerifiedBundle): Promise<OpenedBundle> => {
    const kept: BundledDataset[] = [];
    for (const listed of bundle.datasets) kept.push(await keepOne(actor, bundle, listed));
    return { document: bundle.document, datasets: kept };
  };
  const keepOne = async (
    actor: Actor,
    bundle: VerifiedBundle,
    listed: ListedDataset,
  ): Promise<BundledDataset> => {
    const { name, hash, bytes } = listed;
    const here = await datasets.list(actor);
    const known = here.filter((each) => each.hash === hash);
    if (known.length > 0) {
      const isSame = known.some((each) => each.name === name);
      return { name, hash, bytes, state: 'known', ...(isSame ? {} : { knownAs: known[0]!.name }) };
    }
    await datasets.import(actor, { name, stream: await bundle.content(listed) });
    const state = here.some((each) => each.name === name) ? 'beside' : 'added';
    return { name, hash, bytes, state };
  };
  const open = async (actor: Actor, file: string): Promise<OpenedBundle> => {
    const bundle = await verifyBundle(file, maxUpload);
    try {
      return await keep(actor, bundle);
    } finally {
      bundle.close();
    }
  };
  return {
    async write(actor, id) {
      authorize(actor, 'read', { kind: 'pipeline', id });
      authorize(actor, 'read', { kind: 'dataset' });
      const row = await found('pipeline', id, pipelines.find(actor.workspace, id));
      const document = readDocument(row.document);
      const stream = await writeBundle(
        { document, text: row.document, time: new Date(row.updatedAt) },
        artifacts,
      );
      return { name: row.name, stream };
    },
    async open(actor, stream: Readable) {
      authorize(actor, 'write', { kind: 'dataset' });
      // Its list stands at its end, so all of it must be here before anything is known of it.
      const staged = await receive(stream, (whole) => artifacts.stage(whole, maxUpload));
      try {
        return await open(actor, staged.path);
      } finally {
        await rm(staged.path, { force: true });
      }
    },
    async openFile(actor, path) {
      authorize(actor, 'write', { kind: 'dataset' });
      return open(actor, await readableFile(path));
    },
  };
}
