/** DuckDB's CSV reader with everything said: nothing is left for it to sniff. */
import { quoteText } from '#nodes/sdk/expressions/sql/quote.ts';
import type { Format } from './parse.ts';

export interface CsvScan extends Format {
  readonly path: string;
  readonly skip: number;
  /** Per column, in order; the columns are called c0, c1, …. */
  readonly types: readonly ('VARCHAR' | 'DOUBLE')[];
  /** Of DOUBLE columns. */
  readonly decimal: '.' | ',';
  /** Missing in every column, besides the empty field. */
  readonly missing: readonly string[];
  /** Fields have spaces around them that belong to nobody. */
  readonly padded: boolean;
  /** The writer puts quotes around the text NA and none around a missing value. */
  readonly quotedIsValue: boolean;
  readonly rejects: RejectTables;
}

export interface RejectTables {
  readonly errors: string;
  readonly scans: string;
}

/** Beyond this many the rejected lines are no longer kept (nor counted). */
export const MAX_REJECTS = 100_000;

/** DuckDB's own limit on a line, in bytes; a buffer holds 16 of them. */
export const MAX_LINE = 2_000_000;

export function field(index: number): string {
  return `c${index}`;
}

export function readCsv(scan: CsvScan): string {
  const columns = scan.types.map((type, i) => `${quoteText(field(i))}: ${quoteText(type)}`);
  const settings: Record<string, string> = {
    auto_detect: 'false',
    header: 'false',
    skip: String(scan.skip),
    columns: `{${columns.join(', ')}}`,
    delim: quoteText(scan.delimiter),
    quote: quoteText(scan.quote),
    escape: quoteText(scan.escape),
    nullstr: `[${['', ...scan.missing].map(quoteText).join(', ')}]`,
    allow_quoted_nulls: String(!scan.quotedIsValue),
    compression: quoteText('none'),
    store_rejects: 'true',
    rejects_table: quoteText(scan.rejects.errors),
    rejects_scan: quoteText(scan.rejects.scans),
    rejects_limit: String(MAX_REJECTS),
  };
  if (scan.decimal === ',') settings['decimal_separator'] = quoteText(',');
  const list = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  return `read_csv(${quoteText(scan.path)}, ${list.join(', ')})`;
}
