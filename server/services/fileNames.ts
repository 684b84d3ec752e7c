/** Names that people give to files. They never become paths here, but a person may save a file under its name. */
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { EsteiraError, fromThrown } from '#schemas/errors.ts';

const LONGEST = 200;
/** Separators of every system, control characters, and what Windows reads as a stream or a drive. */
const FORBIDDEN = /[/\\:\p{Cc}]/u;

/** Throws `path-not-allowed` on anything but a plain name: no folder, no drive, not '.' or '..'. */
export function plainName(name: string): string {
  const trimmed = name.trim();
  const plain = trimmed !== '' && !/^\.+$/.test(trimmed) && !FORBIDDEN.test(trimmed);
  if (!plain || !trimmed.isWellFormed())
    throw new EsteiraError('path-not-allowed', { name: name.slice(0, 100) });
  if (trimmed.length > LONGEST) {
    throw new EsteiraError('text-too-long', { field: 'name', limit: LONGEST });
  }
  return trimmed;
}

const FORMATS = new Map([
  ['', 'csv'],
  ['tsv', 'csv'],
  ['txt', 'csv'],
  ['tab', 'csv'],
  ['pq', 'parquet'],
  ['ndjson', 'json'],
  ['jsonl', 'json'],
]);

/** What a file holds, by its name's ending; a text table where nothing is said. */
export function formatOf(name: string): string {
  const ending = extname(name).slice(1).toLowerCase();
  const format = FORMATS.get(ending) ?? ending;
  return /^[a-z0-9][a-z0-9-]{0,31}$/.test(format) ? format : 'csv';
}

/** The path of a file of this machine, for the command line. Throws `file-missing`, `file-is-folder`, … */
export async function readableFile(path: string): Promise<string> {
  const facts = await stat(path).catch((cause: unknown) => {
    throw fromThrown(cause);
  });
  if (facts.isDirectory()) throw new EsteiraError('file-is-folder', { file: path });
  return path;
}
