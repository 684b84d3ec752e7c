/** From the surveyed file to a snapshot: the fast way, and the thorough one where that met a surprise. */
import { rm } from 'node:fs/promises';
import type { Note } from '#nodes/sdk/values.ts';
import type { Scratch } from '../duckdb/scratch.ts';
import type { Session } from '../duckdb/session.ts';
import type { Snapshots } from '../duckdb/snapshots.ts';
import { countMisfits, findMisjudged, keepRaw, tallyColumn } from './analyse.ts';
import { decideColumn, findSigns, tallyOf, type Decided } from './columns.ts';
import type { RejectTables } from './csvSql.ts';
import { common, load, typedSelect, type FileScan, type Written } from './load.ts';
import { holdsAny } from './profile.ts';
import { TEXT, type CsvColumn } from './reading.ts';
import type { Survey, Surveyed } from './survey.ts';
import type { Tally } from './tally.ts';
import { toSingleLineEnd } from './transcode.ts';
import type { CsvOptions } from '#nodes/sdk/context.ts';

export interface Converted {
  readonly written: Written;
  readonly columns: readonly Decided[];
  readonly rejects: RejectTables;
  /** The file that was read in the end; positions of rejected lines refer to it. */
  readonly path: string;
}

export interface Tools {
  readonly session: Session;
  readonly snapshots: Snapshots;
  readonly scratch: Scratch;
  readonly signal?: AbortSignal | undefined;
  /** The same database for whom another signal ends, too. */
  readonly sessionFor: (signal: AbortSignal) => Session;
}

/** A file may be read a second time, once it is known to be other text than its head said (import.ts). */
export type Pass = 'early' | 'proven';

export async function convert(
  path: string,
  found: Survey,
  options: CsvOptions,
  tools: Tools,
  pass: Pass,
): Promise<Converted> {
  const { session, snapshots, scratch, signal } = tools;
  const decided = found.columns.map((column) => column.decided);
  const columns = decided.map(({ column }) => lean(column, found));
  let scan: FileScan = { ...found.scan, path };
  let rejects = tables(pass, 1);
  let first = await load(session, snapshots, scan, columns, rejects);
  if (first.outcome === 'line-ends') {
    const unified = scratch.file('csv');
    await toSingleLineEnd(path, unified, scan.quote, signal);
    scan = { ...scan, path: unified };
    rejects = tables(pass, 2);
    first = await load(session, snapshots, scan, columns, rejects);
  }
  if (first.outcome === 'done' && !(await hasUnmet(first.written, found, tools)))
    return { written: first.written, columns: decided, rejects, path: scan.path };
  rejects = tables(pass, 3);
  return { ...(await thoroughly(scan, found, options, rejects, tools)), rejects, path: scan.path };
}

async function thoroughly(
  scan: FileScan,
  found: Survey,
  options: CsvOptions,
  rejects: RejectTables,
  { session, snapshots, scratch }: Tools,
): Promise<Pick<Converted, 'written' | 'columns'>> {
  const file = scratch.file('parquet');
  try {
    const first = found.columns.map(({ decided }) => decided.column);
    const raw = await keepRaw(session, scan, first, rejects, file);
    const columns = await decideAgain(session, raw, found, options);
    const final = columns.map(({ column }) => column);
    const select = typedSelect(final, raw, 'null', { ...scan, missing: common(first) });
    return { written: await snapshots.write(session, select), columns };
  } finally {
    await rm(file, { force: true });
  }
}

/** Columns that the sample misjudged are judged by all their cells; the others keep what they are. */
async function decideAgain(
  session: Session,
  raw: string,
  { columns, texts, scan }: Survey,
  options: CsvOptions,
): Promise<Decided[]> {
  const misjudged = await findMisjudged(
    session,
    raw,
    columns.map(({ decided }) => decided.column),
  );
  const whole = (i: number): Promise<Tally> =>
    tallyColumn(session, raw, i, columns[i]!.seen, texts.doubtful);
  const tallies: Tally[] = [];
  for (const [i, { seen }] of columns.entries()) {
    tallies.push(misjudged[i] ? await whole(i) : tallyOf(seen, texts));
  }
  // A column that was counted through may prove the decimal sign, or the order of dates, of the whole file.
  const signs = findSigns(tallies, options, scan.delimiter);
  const all: Decided[] = [];
  for (const [i, column] of columns.entries()) {
    const { seen, forced, decided } = column;
    const judge = (tally: Tally): Decided => decideColumn(seen, tally, signs, forced);
    if (isSettled(column) || (!misjudged[i] && isSame(judge(tallies[i]!), decided))) {
      all.push(decided);
      continue;
    }
    const tally = misjudged[i] ? tallies[i]! : await whole(i);
    all.push(await withMisfits(session, raw, i, column, judge(tally)));
  }
  return all;
}

function isSame(a: Decided, b: Decided): boolean {
  return JSON.stringify(a.column.reading) === JSON.stringify(b.column.reading);
}

/** Without the missing texts that the sample does not have: comparing every field with them all costs a quarter. */
function lean(column: CsvColumn, { met, texts }: Survey): CsvColumn {
  const always = new Set(texts.always);
  return {
    ...column,
    missing: column.missing.filter((text) => met.has(text) || !always.has(text)),
  };
}

/** Whether text columns hold missing texts that the sample did not have. In other columns they would not have fitted. */
async function hasUnmet(
  { hash }: Written,
  { columns, met }: Survey,
  { session, snapshots }: Tools,
): Promise<boolean> {
  const lists = columns.flatMap(({ seen, decided: { column } }) =>
    column.reading.kind === 'text'
      ? [{ name: column.name, texts: seen.missing.filter((text) => !met.has(text)) }]
      : [],
  );
  return holdsAny(session, snapshots.path(hash), lists);
}

/** A text column of the sample is one of the file. */
function isSettled({ decided, forced }: Surveyed): boolean {
  return decided.column.reading.kind === 'text' && forced === undefined;
}

/**
 * Masks tell neither 31/02 from a date nor 1e400 from a number. An unforced column of dates with such cells is text
 * after all; numbers that are not finite become missing, and so does what is not of a type that was asked for. What
 * becomes missing is counted.
 */
async function withMisfits(
  session: Session,
  raw: string,
  index: number,
  { forced, seen }: Surveyed,
  decided: Decided,
): Promise<Decided> {
  const { column, notes } = decided;
  const { kind, type } = column.reading;
  if (kind === 'text' || kind === 'empty') return decided;
  const { count, example } = await countMisfits(session, raw, index, column);
  if (count === 0) return decided;
  const params = { column: column.name, expected: type, count, value: example };
  if (forced !== undefined)
    return { ...decided, notes: [...notes, note('csv-cells-misfit', params)] };
  if (kind === 'number')
    return { ...decided, notes: [...notes, note('csv-numbers-not-finite', params)] };
  const text = { ...column, reading: TEXT, missing: seen.missing };
  return { column: text, notes: [note('csv-almost-type', params)], code: false };
}

function note(code: Note['code'], params: NonNullable<Note['params']>): Note {
  return { code, level: 'warning', params };
}

/** DuckDB takes no name twice. */
function tables(pass: Pass, attempt: number): RejectTables {
  const name = `${pass}_${attempt}`;
  return { errors: `reject_errors_${name}`, scans: `reject_scans_${name}` };
}
