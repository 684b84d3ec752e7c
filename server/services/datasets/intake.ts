/** Files on their way to being data sets: kept whole, or not at all. */
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { EsteiraError } from '#schemas/errors.ts';
import type { StagedFile } from '#server/store/artifacts.ts';
import type { DatasetRow } from '#server/store/schema.ts';
import { findEncoding } from '#server/tables/csv/encoding.ts';
import { type Core, newId, timeNow } from '../core.ts';
import { formatOf } from '../fileNames.ts';
import { receive } from '../receive.ts';
import type { Actor } from '../types.ts';
import type { Inspect } from './inspections.ts';
import { isUnreadable } from './unreadable.ts';

export interface Sent {
  readonly name: string;
  readonly stream: Readable;
}

/** Throws where the file is not worth keeping. */
export type Look = (name: string, staged: StagedFile) => Promise<unknown>;

/** `look` sees the file before it is kept; what it throws leaves nothing of it. */
export async function takeIn(
  { settings: { maxUpload }, store: { artifacts, datasets } }: Core,
  actor: Actor,
  { name, stream }: Sent,
  look?: Look,
): Promise<DatasetRow> {
  const staged = await receive(stream, (whole) => artifacts.stage(whole, maxUpload));
  const { hash, bytes } = staged;
  try {
    if (bytes === 0) throw new EsteiraError('file-empty', { file: name });
    await look?.(name, staged);
    await artifacts.settle(staged);
  } catch (error) {
    await rm(staged.path, { force: true });
    throw error;
  }
  return datasets.insert({
    id: newId(),
    workspace: actor.workspace,
    actor: actor.id,
    createdAt: timeNow(),
    name,
    hash,
    bytes,
    format: formatOf(name),
  });
}

/** Refuses what no setting would make readable. Whatever else goes wrong is for whoever reads the file to hear. */
export const lookFirst =
  (inspect: Inspect, limit: number, signal: AbortSignal | undefined): Look =>
  async (name, { path, hash }) => {
    const dataset = { dataset: name, hash };
    const job = { dataset, format: formatOf(name), read: {}, limit, staged: path };
    try {
      await inspect(job, signal);
    } catch (error) {
      if (isUnreadable(error) || signal?.aborted === true) throw error;
    }
  };

/** Refuses what its name or its bytes tell to be no text, without a process that reads tables: a command waits for none. */
export const lookAtBytes: Look = async (name, { path }) => {
  if (formatOf(name) !== 'csv') {
    throw new EsteiraError('file-format-unknown', { file: name, known: 'csv' });
  }
  await (
    await findEncoding(path, name)
  ).finding;
};
