/** A pipeline and its data sets into one archive, as it is asked for. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Pipeline } from '#schemas/types.ts';
import type { Artifacts } from '#server/store/artifacts.ts';
import { datasetsOf } from '../documents.ts';
import { formatOf } from '../fileNames.ts';
import { FORMAT, type ListedDataset, MANIFEST, type Manifest, PIPELINE } from './manifest.ts';

export interface Bundled {
  readonly document: Pipeline;
  /** The document as it is saved. */
  readonly text: string;
  /** Of every part, so that the same pipeline gives the same bytes. */
  readonly time: Date;
}

/** Bytes of data sets go out as they are read: nothing is held in memory, nothing is written to disk. */
export async function writeBundle(
  { document, text, time }: Bundled,
  artifacts: Artifacts,
): Promise<Readable> {
  const named = [...new Map(datasetsOf(document).map((ref) => [ref.hash, ref])).values()].toSorted(
    (a, b) => (a.dataset < b.dataset ? -1 : 1),
  );
  const here = named.filter(({ hash }) => artifacts.has(hash));
  const paths = pathsOf(here.map(({ dataset }) => dataset));
  const datasets = await Promise.all(
    here.map(async ({ dataset: name, hash }, at): Promise<ListedDataset> => {
      return { name, path: paths[at]!, hash, bytes: await artifacts.size(hash) };
    }),
  );
  const pipeline = Buffer.from(text);
  const manifest: Manifest = {
    kind: 'esteira-bundle',
    format: FORMAT,
    pipeline: {
      path: PIPELINE,
      hash: createHash('sha256').update(pipeline).digest('hex'),
      bytes: pipeline.length,
    },
    datasets,
    missing: named.filter(({ hash }) => !artifacts.has(hash)),
  };
  const zip = new ZipFile();
  const common = { mtime: time, mode: 0o100_644 };
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), MANIFEST, common);
  zip.addBuffer(pipeline, PIPELINE, common);
  let reading: Readable | undefined;
  for (const { name, path, hash, bytes } of datasets) {
    const options = { ...common, size: bytes, compress: !isPacked(name) };
    zip.addReadStreamLazy(path, options, (give) => {
      reading = artifacts.read(hash);
      give(null, reading);
    });
  }
  zip.end();
  const out = new Readable().wrap(zip.outputStream);
  zip.on('error', (cause: Error) => out.destroy(cause));
  // Whoever takes it may go away in the middle.
  out.once('close', () => reading?.destroy());
  return out;
}

/** Parquet is packed already: packing it again takes time and gives nothing. */
const isPacked = (name: string): boolean => formatOf(name) === 'parquet';

/** Under their own names, which are plain ones; those that a file system would take for the same stand apart. */
function pathsOf(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, at) => {
    const isFirst = !taken.has(name.toLowerCase());
    taken.add(name.toLowerCase());
    return isFirst ? `data/${name}` : `data/${at + 1}/${name}`;
  });
}
