/**
 * Immutable bytes named by their sha256, in files: `<root>/<first two>/<hash>`. Written under a temporary name and
 * renamed, so that a file under its hash is always whole.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { EsteiraError } from '#schemas/errors.ts';
import type { ArtifactsPort } from '#nodes/sdk/context.ts';

const HASH = /^[0-9a-f]{64}$/;

export interface Artifacts extends ArtifactsPort {
  readonly root: string;
  /** Where the bytes of a hash are, or would be. Throws on anything that is not a hash. */
  path(hash: string): string;
  has(hash: string): boolean;
  size(hash: string): Promise<number>;
  read(hash: string): Readable;
  /** Stores a stream while hashing it; stops with `upload-too-large` beyond `limit` bytes. */
  putStream(stream: Readable, limit?: number): Promise<{ hash: string; bytes: number }>;
  /** The same into a file that is no artifact: whoever asked for it removes it. */
  stage(stream: Readable, limit?: number): Promise<StagedFile>;
  /** Moves a staged file in. */
  settle(staged: StagedFile): Promise<void>;
  /** Moves a finished file in. */
  adopt(file: string): Promise<{ hash: string; bytes: number }>;
}

export interface StagedFile {
  readonly path: string;
  readonly hash: string;
  readonly bytes: number;
}

export function openArtifacts(root: string): Artifacts {
  const path = (hash: string): string => {
    if (!HASH.test(hash)) throw new EsteiraError('artifact-unknown', { hash: hash.slice(0, 80) });
    return join(root, hash.slice(0, 2), hash);
  };
  const staging = async (): Promise<string> => {
    const dir = join(root, 'staging');
    await mkdir(dir, { recursive: true });
    return join(dir, randomUUID());
  };
  const settle = async (staged: string, hash: string): Promise<void> => {
    const target = path(hash);
    if (existsSync(target)) {
      await rm(staged, { force: true });
      return;
    }
    await mkdir(dirname(target), { recursive: true });
    await rename(staged, target);
  };
  const stage = async (stream: Readable, limit?: number): Promise<StagedFile> =>
    writeHashed(stream, await staging(), limit);
  const known = (hash: string): string => {
    const file = path(hash);
    if (!existsSync(file)) throw new EsteiraError('artifact-unknown', { hash });
    return file;
  };
  return {
    root,
    path,
    has: (hash) => HASH.test(hash) && existsSync(path(hash)),
    size: async (hash) => (await stat(known(hash))).size,
    read: (hash) => createReadStream(known(hash)),
    get: (hash) => readFile(known(hash)),
    async put(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      if (existsSync(path(hash))) return hash;
      const staged = await staging();
      await writeFile(staged, bytes);
      await settle(staged, hash);
      return hash;
    },
    async putStream(stream, limit) {
      const { path: staged, hash, bytes } = await stage(stream, limit);
      await settle(staged, hash);
      return { hash, bytes };
    },
    stage,
    settle: ({ path: staged, hash }) => settle(staged, hash),
    async adopt(file) {
      const digest = createHash('sha256');
      let bytes = 0;
      for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        digest.update(chunk);
      }
      const hash = digest.digest('hex');
      await settle(file, hash);
      return { hash, bytes };
    },
  };
}

/** Leaves no file where the stream breaks off or is too long. */
async function writeHashed(
  stream: Readable,
  path: string,
  limit = Number.POSITIVE_INFINITY,
): Promise<StagedFile> {
  const digest = createHash('sha256');
  let bytes = 0;
  // Opened first: a stream that has ended already would be done with before its file is there to be removed.
  const file = await open(path, 'wx');
  try {
    await pipeline(
      stream,
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          bytes += chunk.length;
          if (bytes > limit) throw new EsteiraError('upload-too-large', { limit });
          digest.update(chunk);
          yield chunk;
        }
      },
      file.createWriteStream(),
    );
    return { path, hash: digest.digest('hex'), bytes };
  } catch (error) {
    await file.close();
    await rm(path, { force: true });
    throw error;
  }
}
