/** The lines that DuckDB could not cut into the table's fields. */
import { open } from 'node:fs/promises';
import { EsteiraError } from '#schemas/errors.ts';
import type { Session } from '../duckdb/session.ts';
import { MAX_LINE, MAX_REJECTS, type RejectTables } from './csvSql.ts';

export interface RejectedLine {
  /** In the file, from 1. */
  readonly line: number;
  readonly reason: 'too-few-fields' | 'too-many-fields' | 'broken-quotes' | 'unreadable';
  /** The line itself, cut to a length. */
  readonly text: string;
}

export interface Rejected {
  readonly count: number;
  /** There are more than could be counted. */
  readonly more: boolean;
  readonly first: readonly RejectedLine[];
}

const SHOWN = 20;
const LONGEST = 200;

const REASONS: { readonly [kind: string]: RejectedLine['reason'] } = {
  'MISSING COLUMNS': 'too-few-fields',
  'TOO MANY COLUMNS': 'too-many-fields',
  'UNQUOTED VALUE': 'broken-quotes',
};

/**
 * Counts them and shows the first. Throws `csv-quote-open` where a quote swallowed the lines after it, and
 * `csv-line-too-long`: too much is lost then to go on.
 */
export async function readRejected(
  session: Session,
  { errors }: RejectTables,
  path: string,
  name: string,
): Promise<Rejected> {
  const totals = await session.read(
    `SELECT count(DISTINCT line_byte_position), count(*) FROM ${errors}`,
  );
  const count = Number(totals[0]?.[0] ?? 0);
  if (count === 0) return { count: 0, more: false, first: [] };
  const rows = await session.read(
    `SELECT line_byte_position, any_value(error_type), any_value(csv_line), ` +
      `max(error_type = 'UNQUOTED VALUE' AND contains(trim(csv_line, chr(10) || chr(13)), chr(10))), ` +
      `max(error_type = 'LINE SIZE OVER MAXIMUM') FROM ${errors} ` +
      `GROUP BY line_byte_position ORDER BY 4 DESC, 5 DESC, 1 LIMIT ${SHOWN}`,
  );
  const found = rows.map(([at, kind, text, swallowed, long]) => {
    const raw = String(text);
    const blank = /^[\r\n]*/.exec(raw)![0].length;
    return {
      at: Number(at) - 1 + blank,
      kind: String(kind),
      text: raw.trim().slice(0, LONGEST).toWellFormed(),
      swallowed: swallowed === true,
      long: long === true,
    };
  });
  const lines = await lineNumbers(
    path,
    found.map(({ at }) => at),
  );
  const bad = found.findIndex(({ swallowed, long }) => swallowed || long);
  if (bad >= 0) {
    const line = lines[bad]!;
    if (found[bad]!.swallowed) throw new EsteiraError('csv-quote-open', { file: name, line });
    const megabytes = MAX_LINE / 1e6;
    throw new EsteiraError('csv-line-too-long', { file: name, line, megabytes });
  }
  const first = found
    .map(({ kind, text }, i) => ({ line: lines[i]!, reason: REASONS[kind] ?? 'unreadable', text }))
    .sort((a, b) => a.line - b.line);
  return { count, more: Number(totals[0]?.[1] ?? 0) >= MAX_REJECTS, first };
}

/**
 * Lines on which byte positions stand. DuckDB's own numbers count records, and are too low after a line end inside
 * quotes.
 */
export async function lineNumbers(path: string, positions: readonly number[]): Promise<number[]> {
  const order = positions
    .map((position, i) => ({ position, i }))
    .sort((a, b) => a.position - b.position);
  const lines = positions.map(() => 1);
  const handle = await open(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(1 << 20);
    let start = 0;
    let line = 1;
    for (const { position, i } of order) {
      while (start < position) {
        const length = Math.min(buffer.length, position - start);
        const { bytesRead } = await handle.read(buffer, 0, length, start);
        if (bytesRead === 0) break;
        line += lineEnds(buffer.subarray(0, bytesRead));
        start += bytesRead;
      }
      lines[i] = line;
    }
    return lines;
  } finally {
    await handle.close();
  }
}

function lineEnds(bytes: Buffer): number {
  let total = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) total++;
  return total;
}
