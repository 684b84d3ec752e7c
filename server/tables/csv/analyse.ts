/** The second look, at the whole file: every line as text in a Parquet file, then counts by mask. */
import { quoteText } from '#nodes/sdk/expressions/sql/quote.ts';
import type { Session } from '../duckdb/session.ts';
import { SNAPSHOT } from '../duckdb/snapshots.ts';
import { field, readCsv, type RejectTables } from './csvSql.ts';
import { columnSql } from './expressions.ts';
import { cleanSql, common, type FileScan } from './load.ts';
import { foldMask, sqlMask, sqlSecondPart } from './masks.ts';
import type { CsvColumn } from './reading.ts';
import { addMask, type MaskCount, type Tally } from './tally.ts';
import { bareSql } from './units.ts';
import type { Seen } from './columns.ts';

/** Writes all columns as text to `file` and gives SQL of the relation. */
export async function keepRaw(
  session: Session,
  scan: FileScan,
  columns: readonly CsvColumn[],
  rejects: RejectTables,
  file: string,
): Promise<string> {
  const types = columns.map(() => 'VARCHAR' as const);
  const source = readCsv({ ...scan, types, decimal: '.', missing: common(columns), rejects });
  const fields = columns.map((_, i) => `${cleanSql(field(i), scan)} AS ${field(i)}`);
  const select = `SELECT ${fields.join(', ')} FROM ${source}`;
  await session.run(`COPY (${select}) TO ${quoteText(file)} (${SNAPSHOT})`);
  return `read_parquet(${quoteText(file)})`;
}

/** The tally of a whole column; missing texts, `doubtful` ones and the unit as for the sample. */
export async function tallyColumn(
  session: Session,
  raw: string,
  index: number,
  { missing, unit }: Pick<Seen, 'missing' | 'unit'>,
  doubtful: ReadonlySet<string>,
): Promise<Tally> {
  const absent = ['', ...missing].map(quoteText).join(', ');
  const doubts = doubtful.size === 0 ? 'NULL' : [...doubtful].map(quoteText).join(', ');
  const rows = await session.read(
    `SELECT mask, doubt, count(*), min(cell), max(cell), max(second) FROM (` +
      `SELECT cell, CASE WHEN cell IN (${doubts}) THEN cell END AS doubt, ` +
      `${sqlMask('cell')} AS mask, ${sqlSecondPart('cell')} AS second ` +
      `FROM (SELECT ${bareSql(`trim(${field(index)})`, unit)} AS cell FROM ${raw}) ` +
      `WHERE cell NOT IN (${absent})) GROUP BY mask, doubt`,
  );
  const masks = new Map<string, MaskCount>();
  const doubtfulCounts = new Map<string, number>();
  let present = 0;
  for (const [mask, doubt, cells, min, max, second] of rows) {
    const count = Number(cells);
    if (doubt !== null) {
      const text = String(doubt);
      doubtfulCounts.set(text, (doubtfulCounts.get(text) ?? 0) + count);
      continue;
    }
    present += count;
    const text = String(mask);
    addMask(masks, /[0-9]/.test(text) ? foldMask(text) : text, {
      count,
      min: String(min),
      max: String(max),
      second: Number(second),
    });
  }
  return { present, masks, doubtful: doubtfulCounts };
}

/** For each column, whether some cell does not fit its reading; one scan for all. */
export async function findMisjudged(
  session: Session,
  raw: string,
  columns: readonly CsvColumn[],
): Promise<readonly boolean[]> {
  const sql = columns.map((column, i) => columnSql(column, field(i), `v${i}`, 'null'));
  const lower = sql.flatMap(({ parsed }, i) =>
    parsed === null ? [field(i)] : [field(i), `${parsed} AS v${i}`],
  );
  const upper = sql.map(({ misfit }) => `coalesce(bool_or(${misfit}), FALSE)`);
  const [row] = await session.read(
    `SELECT ${upper.join(', ')} FROM (SELECT ${lower.join(', ')} FROM ${raw})`,
  );
  return columns.map((_, i) => row?.[i] === true);
}

export interface Misfits {
  readonly count: number;
  readonly example: string;
}

/** Cells that are there and do not fit the column's reading. */
export async function countMisfits(
  session: Session,
  raw: string,
  index: number,
  column: CsvColumn,
): Promise<Misfits> {
  const text = field(index);
  const { parsed, misfit } = columnSql(column, text, 'v', 'null');
  const lower = parsed === null ? text : `${text}, ${parsed} AS v`;
  const rows = await session.read(
    `SELECT count(*), min(${text}) FROM (SELECT ${lower} FROM ${raw}) WHERE ${misfit}`,
  );
  return { count: Number(rows[0]?.[0] ?? 0), example: String(rows[0]?.[1] ?? '') };
}
