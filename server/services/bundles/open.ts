/** A bundle from anybody: verified from end to end before anything of it is kept. */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { EsteiraError } from '#schemas/errors.ts';
import type { Pipeline } from '#schemas/types.ts';
import { documentLimits } from '#schemas/validate.ts';
import { readDocument } from '../documents.ts';
import { plainName } from '../fileNames.ts';
import { type Archive, openArchive, readText, shown, tooLarge } from './archive.ts';
import {
  type ListedDataset,
  type ListedPart,
  MANIFEST,
  MOST_DATASETS,
  readManifest,
} from './manifest.ts';

/** Parts besides data sets, such as a note that somebody packed too; they are let be. */
const OTHERS = 100;
const MANIFEST_LIMIT = 1_000_000;

export interface VerifiedBundle {
  readonly document: Pipeline;
  readonly datasets: readonly ListedDataset[];
  /** The bytes of a data set, which have been seen to be what the list says. */
  content(dataset: ListedDataset): Promise<Readable>;
  close(): void;
}

/** `limit`: bytes that its data sets may have together, unpacked. */
export async function verifyBundle(file: string, limit: number): Promise<VerifiedBundle> {
  const archive = await openArchive(file, MOST_DATASETS + OTHERS);
  try {
    const manifest = readManifest((await readText(archive, MANIFEST, MANIFEST_LIMIT)).text);
    const { pipeline, datasets } = manifest;
    const { text, bytes } = await readText(archive, pipeline.path, documentLimits.bytes);
    if (hashOf(bytes) !== pipeline.hash) throw changed(pipeline);
    const document = readDocument(text);
    // Told before a byte is unpacked: an archive of some kilobytes can say that it holds gigabytes.
    const total = datasets.reduce((sum, each) => sum + each.bytes, 0);
    if (total > limit) throw tooLarge(total, limit);
    for (const dataset of datasets) {
      plainName(dataset.name);
      if (dataset.bytes === 0) throw new EsteiraError('file-empty', { file: dataset.name });
      await verify(archive, dataset);
    }
    return {
      document,
      datasets,
      content: (dataset) => archive.parts.get(dataset.path)!.open(),
      close: () => archive.close(),
    };
  } catch (error) {
    archive.close();
    throw error;
  }
}

/** Throws `bundle-part-missing`, `bundle-part-unreadable` or `bundle-part-changed`. */
async function verify({ parts }: Archive, listed: ListedPart): Promise<void> {
  const part = parts.get(listed.path);
  if (part === undefined) {
    throw new EsteiraError('bundle-part-missing', { part: shown(listed.path) });
  }
  if (part.bytes !== listed.bytes) throw changed(listed);
  const digest = createHash('sha256');
  const stream = await part.open();
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) digest.update(chunk);
  } catch (cause) {
    throw changed(listed, cause);
  }
  if (digest.digest('hex') !== listed.hash) throw changed(listed);
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const changed = ({ path }: ListedPart, cause?: unknown): EsteiraError =>
  new EsteiraError('bundle-part-changed', { part: shown(path) }, { cause });
