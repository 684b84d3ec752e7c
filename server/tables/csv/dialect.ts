/** Delimiter, quote and escape of a file, from a stretch of its head. */
import { parseSample, type Field, type Format, type Parsed } from './parse.ts';

export interface Dialect extends Format {
  /** Most frequent number of fields in a record. */
  readonly width: number;
  /** Share of the sample's records with that number. */
  readonly share: number;
}

export const DELIMITERS = [',', ';', '\t', '|'] as const;

/** The stretch that is looked at: more would change little. */
const STRETCH = 200_000;

/** `delimiter` is 'auto' or a character set by the user. */
export function findDialect(head: string, delimiter: string): Dialect {
  const text = stretchOf(head);
  const quote = findQuote(text);
  const escape = quote !== '' && findBackslash(text, quote) ? '\\' : quote;
  const candidates = delimiter === 'auto' ? DELIMITERS : [delimiter];
  const scored = candidates.map((candidate) => {
    const format = { delimiter: candidate, quote, escape };
    const parsed = parseSample(text, format);
    const width = usualWidth(parsed);
    const share = parsed.records.filter((r) => r.length === width).length / parsed.records.length;
    return { ...format, width, share: share || 0, score: scoreOf(parsed, width, share, candidate) };
  });
  const [best] = scored.toSorted((a, b) => b.score - a.score);
  const { score: _, ...dialect } = best!;
  return dialect;
}

function stretchOf(head: string): string {
  if (head.length <= STRETCH) return head;
  const end = head.lastIndexOf('\n', STRETCH);
  return head.slice(0, end > 0 ? end + 1 : STRETCH);
}

/** Single quotes only where no double quote opens a field and single ones both open and close many. */
function findQuote(text: string): string {
  if (/(?:^|[,;\t|\n])"/.test(text)) return '"';
  const single = text.match(/(?:^|[,;\t|\n])'[^'\n]*'(?=[,;\t|\r\n]|$)/g)?.length ?? 0;
  const lines = text.split('\n').length;
  return single >= Math.max(2, lines / 2) ? "'" : '"';
}

function findBackslash(text: string, quote: string): boolean {
  const slashed = text.split(`\\${quote}`).length - 1;
  if (slashed === 0) return false;
  // A path such as "C:\" ends with a backslash that escapes nothing; then quotes stand doubled or not at all.
  const doubled = text.split(quote + quote).length - 1;
  const closing = text.match(new RegExp(`\\\\${quote}(?=[,;\\t|\\r\\n]|$)`, 'g'))?.length ?? 0;
  return slashed - closing > doubled;
}

export function usualWidth({ records }: Parsed): number {
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  let width = 1;
  let most = 0;
  for (const [length, count] of counts) {
    if (count > most || (count === most && length > width)) [width, most] = [length, count];
  }
  return width;
}

/**
 * Equal widths speak for a delimiter, all the more when the first line has the same; cells that hold another
 * delimiter speak against it (a comma in `1,5` does so least, since it may be a decimal sign).
 */
function scoreOf(parsed: Parsed, width: number, share: number, delimiter: string): number {
  if (parsed.records.length === 0) return 0;
  if (width === 1) return 0.02;
  const first = parsed.records[0]!.length === width ? 1 : 0.6;
  const clean = cleanShare(parsed.records, delimiter);
  return share ** 2 * first * clean * (1 + Math.log2(width) / 20);
}

function cleanShare(records: readonly Field[][], delimiter: string): number {
  let cells = 0;
  let foreign = 0;
  for (const record of records.slice(0, 500)) {
    for (const { text, quoted } of record) {
      cells++;
      if (quoted) continue;
      if (DELIMITERS.some((d) => d !== delimiter && d !== ',' && text.includes(d))) foreign++;
      else if (delimiter !== ',' && text.includes(',') && !/^[-+]?[\d.]*,\d*$/.test(text.trim()))
        foreign += 0.3;
    }
  }
  return cells === 0 ? 0.01 : Math.max(0.01, 1 - foreign / cells);
}

/** Another delimiter that would make a regular table of what has a single column with this one. */
export function betterDelimiter(head: string, chosen: Dialect): string | null {
  if (chosen.width > 1) return null;
  const other = findDialect(head, 'auto');
  return other.width > 1 && other.share >= 0.9 && other.delimiter !== chosen.delimiter
    ? other.delimiter
    : null;
}
