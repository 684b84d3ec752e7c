/** The file behind an import, as UTF-8 that DuckDB can read. */
import { open, stat } from 'node:fs/promises';
import { EsteiraError } from '#schemas/errors.ts';
import type { CsvOptions } from '#nodes/sdk/context.ts';
import type { Note } from '#nodes/sdk/values.ts';
import type { Scratch } from '../duckdb/scratch.ts';
import { findEncoding, type Encoding, type EncodingFinding } from './encoding.ts';
import { toUtf8 } from './transcode.ts';

export interface Readable {
  readonly path: string;
  readonly bytes: number;
  /** Of the original. */
  readonly encoding: Encoding;
  readonly notes: readonly Note[];
}

export interface Opened {
  /** The file as it lies, where its head is UTF-8 (see encoding.ts); what is made of it holds only if `isUtf8`. */
  readonly early: Readable | null;
  /** Settles once the whole file was looked at, which goes on from the start. */
  readonly isUtf8: () => Promise<boolean>;
  /** The file itself or a copy in UTF-8. */
  readonly readable: () => Promise<Readable>;
}

/** `name` is what the file is called in messages. Throws `file-…` errors for what cannot be read as text. */
export async function openSource(
  path: string,
  name: string,
  wanted: CsvOptions['encoding'],
  scratch: Scratch,
  signal?: AbortSignal,
): Promise<Opened> {
  const bytes = await check(path, name);
  const search = await findEncoding(path, name, signal);
  const asItLies: Readable = { path, bytes, encoding: 'utf-8', notes: [] };
  const fits = wanted === 'auto' || wanted === 'utf-8';
  return {
    early: search.promising && fits ? asItLies : null,
    isUtf8: async () => fits && isSound(await search.finding),
    readable: async () => {
      const found = await search.finding;
      const finding = wanted === 'auto' ? found : forced(found, wanted);
      if (isSound(finding) && found.encoding === 'utf-8') return asItLies;
      return rewritten(path, finding, scratch, signal);
    },
  };
}

function isSound({ encoding, broken }: EncodingFinding): boolean {
  return encoding === 'utf-8' && !broken;
}

async function rewritten(
  path: string,
  finding: EncodingFinding,
  scratch: Scratch,
  signal: AbortSignal | undefined,
): Promise<Readable> {
  const copy = scratch.file('csv');
  const { replaced } = await toUtf8(path, copy, finding, signal);
  const notes: Note[] =
    replaced === 0
      ? []
      : [{ code: 'csv-characters-replaced', level: 'warning', params: { count: replaced } }];
  return { path: copy, bytes: (await stat(copy)).size, encoding: finding.encoding, notes };
}

function forced(found: EncodingFinding, encoding: Encoding): EncodingFinding {
  // The mark or the zeros of UTF-16 still tell the order of its bytes.
  const bigEndian = encoding === 'utf-16' && found.bigEndian;
  return { encoding, bigEndian, broken: encoding === 'utf-8' && found.encoding !== 'utf-8' };
}

async function check(path: string, name: string): Promise<number> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new EsteiraError('file-is-folder', { file: name });
    if (found.size === 0) throw new EsteiraError('file-empty', { file: name });
    await (await open(path, 'r')).close();
    return found.size;
  } catch (error) {
    if (error instanceof EsteiraError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const known = code === 'ENOENT' || code === 'ENOTDIR' ? 'file-missing' : 'file-unreadable';
    throw new EsteiraError(known, { file: name }, { cause: error });
  }
}
