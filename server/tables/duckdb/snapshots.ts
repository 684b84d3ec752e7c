/** Parquet and other result files: written in the scratch folder, hashed, then moved under their hash. */
import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { quoteText } from '#nodes/sdk/expressions/sql/quote.ts';
import type { Scratch } from './scratch.ts';
import { seal, sealWhileWritten } from './sealing.ts';
import type { Session } from './session.ts';

export interface Snapshots {
  /** Where the file of a hash lies, or would. */
  path(hash: string): string;
  /** Runs `select` into a Parquet file. Equal rows in equal order give equal bytes. */
  write(session: Session, select: string): Promise<{ hash: string; bytes: number; rows: number }>;
  /** Moves a finished file under its hash. */
  adopt(file: string): Promise<{ hash: string; bytes: number }>;
}

/**
 * Row groups as the rows come (0), not gathered to a size: where DuckDB gathers, the threads' timing decides where a
 * group ends, so the same rows had another hash each time. A scan then gives groups of about 8 MB of CSV or of one row
 * group of Parquet, a sort 122,880 rows.
 */
export const PARQUET = 'FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE 0';

/**
 * What only we read may use the encodings of Parquet's second version, which not every program knows: writing takes a
 * sixth less time, reading texts half, and the files are smaller. A dictionary of more values than this, in a group of
 * some 90,000 rows, costs more to gather than it saves.
 */
export const SNAPSHOT = `${PARQUET}, PARQUET_VERSION v2, DICTIONARY_SIZE_LIMIT 8192`;

export function openSnapshots(artifacts: string, scratch: Scratch): Snapshots {
  const path = (hash: string): string => join(artifacts, hash.slice(0, 2), hash);
  return {
    path,
    async adopt(file) {
      const found = await seal(file);
      await settle(file, path(found.hash));
      return found;
    },
    async write(session, select) {
      const file = scratch.file('parquet');
      const sealing = sealWhileWritten(file);
      try {
        const rows = await session.run(`COPY (${select}) TO ${quoteText(file)} (${SNAPSHOT})`);
        const found = await sealing.finish();
        await settle(file, path(found.hash));
        return { ...found, rows };
      } finally {
        await sealing.stop();
        // Nothing is there after a success; after an interrupt half a file is.
        await rm(file, { force: true });
      }
    },
  };
}

async function settle(file: string, target: string): Promise<void> {
  if (await exists(target)) {
    await rm(file, { force: true });
    return;
  }
  await mkdir(dirname(target), { recursive: true });
  try {
    await move(file, target);
  } catch (error) {
    // Another process may have put the same bytes there meanwhile, and hold them open (Windows then refuses).
    if (!(await exists(target))) throw error;
    await rm(file, { force: true });
  }
}

async function move(file: string, target: string): Promise<void> {
  try {
    await rename(file, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    // The scratch folder is on another disk: copy beside the target first, so that its name is never half a file.
    const beside = `${target}.${randomUUID()}.part`;
    await copyFile(file, beside);
    await rename(beside, target);
    await rm(file, { force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
