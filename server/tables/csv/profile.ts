/** Cheap facts about the finished snapshot. */
import { quoteIdentifier, quoteText } from '#nodes/sdk/expressions/sql/quote.ts';
import type { Session } from '../duckdb/session.ts';

/** Missing cells per column, from the footer of the Parquet file. */
export async function countMissing(session: Session, path: string): Promise<readonly number[]> {
  const rows = await session.read(
    `SELECT coalesce(sum(stats_null_count), 0) FROM parquet_metadata(${quoteText(path)}) ` +
      'GROUP BY column_id ORDER BY column_id',
  );
  return rows.map(([count]) => Number(count));
}

/** Those of `names` that hold another value in every row; a spreadsheet often ends in rows that are all but empty. */
export async function uniqueAmong(
  session: Session,
  path: string,
  names: readonly string[],
): Promise<readonly string[]> {
  if (names.length === 0) return [];
  const counts = names.map((name) => {
    const cell = quoteIdentifier(name);
    return `count(DISTINCT ${cell}) = count(${cell}) AND count(${cell}) >= 0.99 * count(*)`;
  });
  const rows = await session.read(
    `SELECT ${counts.join(', ')} FROM read_parquet(${quoteText(path)})`,
  );
  return names.filter((_, i) => rows[0]?.[i] === true);
}

/** Whether the day-month order of a date column shows after all in the whole file: a first number beyond 12. */
export async function hasLateDay(session: Session, path: string, name: string): Promise<boolean> {
  const rows = await session.read(
    `SELECT coalesce(max(day(${quoteIdentifier(name)})) > 12, FALSE) FROM read_parquet(${quoteText(path)})`,
  );
  return rows[0]?.[0] === true;
}

/** Rows in which a text column holds `text`. */
export async function countText(
  session: Session,
  path: string,
  name: string,
  text: string,
): Promise<number> {
  const rows = await session.read(
    `SELECT count(*) FROM read_parquet(${quoteText(path)}) WHERE ${quoteIdentifier(name)} = ${quoteText(text)}`,
  );
  return Number(rows[0]?.[0] ?? 0);
}

/** Up to this many columns a scan of each is cheaper than one of all: the bounds of a row group mostly rule it out. */
const APART = 8;

/** Whether any of the text columns holds one of its texts. */
export async function holdsAny(
  session: Session,
  path: string,
  columns: readonly { readonly name: string; readonly texts: readonly string[] }[],
): Promise<boolean> {
  const conditions = columns.flatMap(({ name, texts }) =>
    texts.length === 0 ? [] : [isOneOf(quoteIdentifier(name), texts)],
  );
  if (conditions.length === 0) return false;
  const scans = conditions.length <= APART ? conditions : [conditions.join(' OR ')];
  for (const condition of scans) {
    const rows = await session.read(
      `SELECT 1 FROM read_parquet(${quoteText(path)}) WHERE ${condition} LIMIT 1`,
    );
    if (rows.length > 0) return true;
  }
  return false;
}

/** The length comes first: most cells are longer than any such text, and are then not compared with each. */
function isOneOf(cell: string, texts: readonly string[]): string {
  const longest = Math.max(...texts.map((text) => Buffer.byteLength(text)));
  return `(strlen(${cell}) <= ${longest} AND ${cell} IN (${texts.map(quoteText).join(', ')}))`;
}
