/** Whether the first line holds names, and what stands before it. */
import type { CsvOptions } from '#nodes/sdk/context.ts';
import type { Field } from './parse.ts';
import { maskOf } from './masks.ts';
import { shapeOf } from './shapes.ts';

export interface Layout {
  /** Lines of the file to leave out before the first record, the header's own included. */
  readonly skip: number;
  /** Records before the header: a title, a note. */
  readonly preamble: number;
  /** Null when the file has no header. */
  readonly header: readonly Field[] | null;
  /** Index of the first data record among the sample's. */
  readonly start: number;
}

/** A title above the header is at most this many records. */
const MAX_PREAMBLE = 20;
const LOOK_AT = 200;

export function findLayout(
  records: readonly (readonly Field[])[],
  lines: readonly number[],
  width: number,
  wanted: CsvOptions['header'],
): Layout {
  const first = findFirst(records, width);
  const start = lines[first] ?? 1;
  const preamble = first;
  const record = records[first];
  const body = records.slice(first + 1, first + 1 + LOOK_AT).filter((r) => r.length === width);
  const named =
    record !== undefined && (wanted === 'yes' || (wanted === 'auto' && isHeader(record, body)));
  if (!named) return { skip: start - 1, preamble, header: null, start: first };
  return { skip: start, preamble, header: record, start: first + 1 };
}

/** The first record as wide as the table; titles have fewer fields. */
function findFirst(records: readonly (readonly Field[])[], width: number): number {
  if (width === 1) return 0;
  const found = records.slice(0, MAX_PREAMBLE).findIndex((record) => record.length === width);
  if (found <= 0) return 0;
  // A header that is a field short or long is a header, not a title: its line is then counted among the rejected.
  return records.slice(0, found).every((record) => record.length < Math.max(2, width / 2))
    ? found
    : 0;
}

/**
 * Names are texts over columns of numbers or dates. Where every column is text there is nothing to tell names from
 * values by, and a header is what nearly every such file has; a first line that repeats itself or has numbers of its
 * own is data.
 */
function isHeader(first: readonly Field[], body: readonly (readonly Field[])[]): boolean {
  const cells = first.map(({ text }) => text.trim());
  if (cells.every((text) => text === '')) return false;
  if (body.length === 0) return cells.some((text) => isText(text));
  let evidence = 0;
  for (const [i, name] of cells.entries()) {
    const values = body.flatMap((record) => record[i]?.text.trim() || []);
    const typed =
      values.length > 0 && values.filter((v) => !isText(v)).length >= values.length * 0.6;
    if (typed && name !== '') evidence += isText(name) ? 1 : -1;
  }
  if (evidence !== 0) return evidence > 0;
  const numbers = cells.filter((text) => text !== '' && !isText(text)).length;
  return (
    numbers === 0 && !cells.every((name, i) => body.some((record) => record[i]?.text === name))
  );
}

function isText(text: string): boolean {
  const { kind } = shapeOf(maskOf(text));
  return kind === 'text' || kind === 'bool' || kind === 'infinite';
}
