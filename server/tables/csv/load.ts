/** CSV → Parquet in one pass where the sample told the truth; what to do where it did not is the caller's. */
import { EsteiraError } from '#schemas/errors.ts';
import { quoteIdentifier } from '#nodes/sdk/expressions/sql/quote.ts';
import type { Session } from '../duckdb/session.ts';
import type { Snapshots } from '../duckdb/snapshots.ts';
import { field, readCsv, type CsvScan, type RejectTables } from './csvSql.ts';
import { columnSql, MISFIT, nativeSql, type OnMisfit } from './expressions.ts';
import type { CsvColumn, DecimalSign, NumberReading } from './reading.ts';

/** How the file is cut into fields, without what depends on the columns. */
export type FileScan = Omit<CsvScan, 'types' | 'decimal' | 'missing' | 'rejects'>;

export interface Written {
  readonly hash: string;
  readonly bytes: number;
  readonly rows: number;
}

export type Loaded =
  | { readonly outcome: 'done'; readonly written: Written }
  /** Some cell did not fit its column. */
  | { readonly outcome: 'misfit' }
  /** Line ends of several kinds, which DuckDB's reader refuses. */
  | { readonly outcome: 'line-ends' };

export async function load(
  session: Session,
  snapshots: Snapshots,
  scan: FileScan,
  columns: readonly CsvColumn[],
  rejects: RejectTables,
): Promise<Loaded> {
  const decimal = fileDecimal(columns, scan.delimiter);
  const missing = common(columns);
  const native = columns.map((column) => isNative(column, decimal, missing));
  const types = native.map((is) => (is ? 'DOUBLE' : 'VARCHAR'));
  const source = readCsv({ ...scan, types, decimal, missing, rejects });
  const select = typedSelect(columns, source, 'error', { ...scan, native, missing });
  try {
    const written = await snapshots.write(session, select);
    // A DOUBLE that does not parse makes its line a rejected one.
    const casts = await session.read(
      `SELECT count(*) FROM ${rejects.errors} WHERE error_type = 'CAST'`,
    );
    return Number(casts[0]?.[0]) > 0 ? { outcome: 'misfit' } : { outcome: 'done', written };
  } catch (error) {
    const outcome = outcomeOf(error);
    if (outcome === null) throw error;
    return { outcome };
  }
}

interface SelectOptions {
  /** Columns that the reader gives as DOUBLE already. */
  readonly native?: readonly boolean[];
  /** Texts that the reader has made null already. */
  readonly missing: readonly string[];
  /** As in FileScan. */
  readonly padded: boolean;
  readonly quotedIsValue: boolean;
}

/** SELECT of the columns with their names and types, from a relation with the text columns c0, c1, …. */
export function typedSelect(
  columns: readonly CsvColumn[],
  source: string,
  onMisfit: OnMisfit,
  { native, missing, padded, quotedIsValue }: SelectOptions,
): string {
  const lower: string[] = [];
  const upper = columns.map((column, i) => {
    const text = field(i);
    const name = quoteIdentifier(column.name);
    if (native?.[i] === true) {
      lower.push(text);
      return `${nativeSql(text, onMisfit)} AS ${name}`;
    }
    const clean = cleanSql(text, { padded, quotedIsValue });
    lower.push(clean === text ? text : `${clean} AS ${text}`);
    // The reader compares whole fields, so with spaces around them it has made nothing null.
    const rest = padded ? column.missing : column.missing.filter((t) => !missing.includes(t));
    // Parsing takes the field as it came: the casts trim by themselves.
    const sql = columnSql({ ...column, missing: rest }, text, `v${i}`, onMisfit);
    if (sql.parsed !== null) lower.push(`${sql.parsed} AS v${i}`);
    return `${sql.value} AS ${name}`;
  });
  return `SELECT ${upper.join(', ')} FROM (SELECT ${lower.join(', ')} FROM ${source})`;
}

/** A field without what surrounds it by the habit of the file. */
export function cleanSql(
  text: string,
  { padded, quotedIsValue }: Pick<SelectOptions, 'padded' | 'quotedIsValue'>,
): string {
  if (padded) return `nullif(trim(${text}), '')`;
  return quotedIsValue ? `nullif(${text}, '')` : text;
}

/** Missing in every column, so that the reader can do it. */
export function common(columns: readonly CsvColumn[]): readonly string[] {
  const [first, ...others] = columns.map(({ missing }) => missing);
  const sets = others.map((list) => new Set(list));
  return (first ?? []).filter((text) => sets.every((set) => set.has(text)));
}

/** The reader knows one decimal sign for the whole file; columns of the other are read as text. */
function fileDecimal(columns: readonly CsvColumn[], delimiter: string): DecimalSign {
  if (delimiter === ',') return '.';
  const signs = columns.flatMap(({ reading }) =>
    reading.kind === 'number' && isPlain(reading) ? [reading.decimal] : [],
  );
  const commas = signs.filter((sign) => sign === ',').length;
  return commas > signs.length / 2 ? ',' : '.';
}

/** Digits and a decimal sign alone. */
const isPlain = ({ type, thousands, unit }: NumberReading): boolean =>
  type === 'float64' && !thousands && unit === undefined;

/** DuckDB's own reading of plain decimal numbers loses nothing, and is the fastest. */
function isNative(
  { reading, missing }: CsvColumn,
  decimal: DecimalSign,
  already: readonly string[],
): boolean {
  return (
    reading.kind === 'number' &&
    isPlain(reading) &&
    reading.decimal === decimal &&
    missing.every((text) => already.includes(text))
  );
}

function outcomeOf(error: unknown): 'misfit' | 'line-ends' | null {
  const cause = error instanceof EsteiraError ? error.cause : error;
  const message = cause instanceof Error ? cause.message : '';
  if (message.includes(MISFIT)) return 'misfit';
  return /state machine reached an invalid state/i.test(message) ? 'line-ends' : null;
}
