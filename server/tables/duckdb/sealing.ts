/**
 * The sha256 of a file, also of one that DuckDB is still writing. A Parquet file only grows: row groups are appended,
 * then the footer. So what lies there is hashed while the next row groups are made, and little is left for the end.
 */
import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

export interface Sealed {
  readonly hash: string;
  readonly bytes: number;
}

export interface Sealing {
  /** Once the file is whole: hashes the rest, and sees that all is on the disk before a name promises it. */
  finish(): Promise<Sealed>;
  /** Lets go of the file, whatever became of it. */
  stop(): Promise<void>;
}

const CHUNK = 1 << 20;
/** Most files are whole before the first look. */
const LOOK_MS = 30;

/** `file` need not be there yet. */
export function sealWhileWritten(file: string): Sealing {
  const reader = openHashing(file);
  const whole = new AbortController();
  const followed = follow(reader, whole.signal);
  const rest = (): Promise<void> => {
    whole.abort();
    return followed;
  };
  return {
    async finish() {
      await rest();
      return reader.finish();
    },
    async stop() {
      await rest();
      await reader.close();
    },
  };
}

export async function seal(file: string): Promise<Sealed> {
  const reader = openHashing(file);
  try {
    return await reader.finish();
  } finally {
    await reader.close();
  }
}

async function follow(reader: Hashing, whole: AbortSignal): Promise<void> {
  for (;;) {
    await pause(LOOK_MS, undefined, { signal: whole }).catch(() => undefined);
    if (whole.aborted) return;
    // What cannot be read yet is read at the end, where somebody waits to hear why not.
    await reader.readOn(whole).catch(() => undefined);
  }
}

interface Hashing {
  /** Hashes what has come since, until there is no more or `stop`. */
  readOn(stop?: AbortSignal): Promise<void>;
  finish(): Promise<Sealed>;
  close(): Promise<void>;
}

function openHashing(file: string): Hashing {
  const digest = createHash('sha256');
  let buffer: Buffer | undefined;
  let handle: FileHandle | undefined;
  let bytes = 0;
  const readOn = async (stop?: AbortSignal): Promise<FileHandle> => {
    handle ??= await open(file, 'r+');
    buffer ??= Buffer.allocUnsafe(CHUNK);
    for (;;) {
      if (stop?.aborted === true) break;
      const { bytesRead } = await handle.read(buffer, 0, CHUNK, bytes);
      if (bytesRead === 0) break;
      digest.update(buffer.subarray(0, bytesRead));
      bytes += bytesRead;
    }
    return handle;
  };
  const close = async (): Promise<void> => {
    await handle?.close();
    handle = undefined;
  };
  return {
    readOn: async (stop) => void (await readOn(stop)),
    async finish() {
      await (await readOn()).datasync();
      // A file that is open cannot be renamed everywhere.
      await close();
      return { hash: digest.digest('hex'), bytes };
    },
    close,
  };
}
