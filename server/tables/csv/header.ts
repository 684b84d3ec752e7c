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
  const first = wanted === 'no' ? findFirst(records, width) : findNames(records, width);
  const start = lines[first] ?? 1;
  const preamble = first;
  const record = records[first];
  const body = bodyBelow(records, first, width);
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
 * As findFirst; a spreadsheet pads a title to the table's width: one text, and empty cells behind it. Only where a whole
 * line of different names follows, for a first row may be as empty.
 */
function findNames(records: readonly (readonly Field[])[], width: number): number {
  const first = findFirst(records, width);
  if (width < 3) return first;
  const found = records.slice(0, MAX_PREAMBLE).findIndex((record) => !isTitle(record));
  const record = records[found];
  if (found <= first || record?.length !== width) return first;
  const names = new Set(record.map(({ text }) => text.trim().toLowerCase()));
  const areNames = names.size === width && !names.has('');
  return areNames && isHeader(record, bodyBelow(records, found, width)) ? found : first;
}

/** One text at most, in the first cell. */
function isTitle([first, ...others]: readonly Field[]): boolean {
  const text = first?.text.trim() ?? '';
  return (text === '' || isText(text)) && others.every((cell) => cell.text.trim() === '');
}

function bodyBelow(
  records: readonly (readonly Field[])[],
  at: number,
  width: number,
): readonly (readonly Field[])[] {
  return records.slice(at + 1, at + 1 + LOOK_AT).filter((record) => record.length === width);
}

/**
 * A text over a column of numbers or dates is a name. Where every column is text there is nothing to tell names from
 * values by, and a header is what nearly every such file has, unless its words come back below. Numbers over numbers
 * are data, but for years or months that follow a text (country, 2019, 2020).
 */
function isHeader(first: readonly Field[], body: readonly (readonly Field[])[]): boolean {
  const cells = first.map(({ text }) => text.trim());
  if (cells.every((text) => text === '')) return false;
  if (body.length === 0) return cells.some((text) => isText(text));
  const typed = cells.map((name, i) => name !== '' && isTyped(body, i));
  if (cells.some((name, i) => typed[i] && isText(name))) return true;
  if (cells.some((_, i) => typed[i]))
    return cells.some(isText) && isSeries(cells.filter((_, i) => typed[i]));
  const numbers = cells.some((text) => text !== '' && !isText(text));
  return (
    !numbers && !cells.every((name, i) => body.some((record) => record[i]?.text.trim() === name))
  );
}

/** Most values of the column are no texts. */
function isTyped(body: readonly (readonly Field[])[], index: number): boolean {
  const values = body.flatMap((record) => record[index]?.text.trim() || []);
  return values.length > 0 && values.filter((v) => !isText(v)).length >= values.length * 0.6;
}

/** Whole numbers, each one more than the one before. */
function isSeries(texts: readonly string[]): boolean {
  const numbers = texts.map((text) => (/^\d{1,4}$/.test(text) ? Number(text) : Number.NaN));
  return numbers.length > 1 && numbers.every((n, i) => i === 0 || n === numbers[i - 1]! + 1);
}

function isText(text: string): boolean {
  const { kind } = shapeOf(maskOf(text));
  return kind === 'text' || kind === 'bool' || kind === 'infinite';
}
