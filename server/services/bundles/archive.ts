/**
 * A zip archive on disk, from anybody: its parts by name. No part is ever written under its own name, and none gives
 * more bytes than it says it has.
 */
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { EsteiraError } from '#schemas/errors.ts';

export interface Part {
  readonly name: string;
  readonly bytes: number;
  /** Throws `bundle-part-unreadable`; the stream fails where the bytes are not what was said. */
  open(): Promise<Readable>;
}

export interface Archive {
  readonly parts: ReadonlyMap<string, Part>;
  close(): void;
}

/** Throws `bundle-not-whole`, `bundle-name-not-allowed` or `bundle-too-many-parts`. */
export async function openArchive(path: string, mostParts: number): Promise<Archive> {
  const zip = await openPromise(path, { autoClose: false, strictFileNames: true }).catch(
    (cause: unknown) => {
      throw new EsteiraError('bundle-not-whole', {}, { cause });
    },
  );
  try {
    if (zip.entryCount > mostParts) {
      throw new EsteiraError('bundle-too-many-parts', { limit: mostParts });
    }
    return { parts: await readParts(zip), close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function readParts(zip: ZipFile): Promise<Map<string, Part>> {
  const parts = new Map<string, Part>();
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName;
      if (name.endsWith('/')) continue;
      if (parts.has(name)) throw nameNotAllowed(name);
      parts.set(name, { name, bytes: entry.uncompressedSize, open: () => openPart(zip, entry) });
    }
  } catch (cause) {
    if (cause instanceof EsteiraError) throw cause;
    // The reader refuses names with '..', a root, a drive or a backslash, and says which.
    const refused = /^(?:invalid (?:relative path|characters in fileName)|absolute path): (.*)$/s;
    const name = refused.exec((cause as Error).message)?.[1];
    if (name !== undefined) throw nameNotAllowed(name);
    throw new EsteiraError('bundle-not-whole', {}, { cause });
  }
  return parts;
}

async function openPart(zip: ZipFile, entry: Entry): Promise<Readable> {
  if (!entry.canDecodeFileData()) {
    throw new EsteiraError('bundle-part-unreadable', { part: shown(entry.fileName) });
  }
  return zip.openReadStreamPromise(entry).catch((cause: unknown) => {
    throw new EsteiraError('bundle-not-whole', {}, { cause });
  });
}

/** The whole of a small part as text. Throws `bundle-part-missing` or `bundle-part-changed`. */
export async function readText(
  { parts }: Archive,
  name: string,
  limit: number,
): Promise<{ readonly text: string; readonly bytes: Buffer }> {
  const part = parts.get(name);
  if (part === undefined) throw new EsteiraError('bundle-part-missing', { part: shown(name) });
  if (part.bytes > limit) throw tooLarge(part.bytes, limit);
  try {
    const bytes = await buffer(await part.open());
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, bytes };
  } catch (cause) {
    if (cause instanceof EsteiraError) throw cause;
    throw new EsteiraError('bundle-part-changed', { part: shown(name) }, { cause });
  }
}

const MEGABYTE = 1e6;

export const tooLarge = (bytes: number, limit: number): EsteiraError =>
  new EsteiraError('bundle-too-large', {
    megabytes: Math.ceil(bytes / MEGABYTE),
    limit: Math.floor(limit / MEGABYTE),
  });

const nameNotAllowed = (name: string): EsteiraError =>
  new EsteiraError('bundle-name-not-allowed', { name: shown(name) });

/** A name of somebody else's making, to be said. */
export const shown = (name: string): string => name.toWellFormed().slice(0, 200);
