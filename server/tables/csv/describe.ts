/** The account of an import: columns with meanings, notes, and what was found. */
import type { Column } from '#schemas/types.ts';
import type { SourcePlan } from '#nodes/sdk/plan/types.ts';
import type { Json, Note } from '#nodes/sdk/values.ts';
import type { Converted, Tools } from './convert.ts';
import { guessMeaning, varietyOf, type Variety } from './meaning.ts';
import { countMissing, countText, hasLateDay, uniqueAmong } from './profile.ts';
import type { Rejected } from './rejects.ts';
import type { Sample } from './sample.ts';
import type { Readable } from './source.ts';
import type { Survey } from './survey.ts';

export interface CsvImport {
  readonly plan: SourcePlan;
  readonly notes: readonly Note[];
  readonly found: { readonly [key: string]: Json };
}

export interface Account {
  readonly source: Readable;
  readonly sample: Sample;
  readonly found: Survey;
  readonly converted: Converted;
  readonly rejected: Rejected;
}

const ENOUGH_FOR_ID = 20;
/** Beyond it a sample without a repeated value is proof enough, and counting would take seconds. */
const MANY_ROWS = 1_000_000;

export async function describeImport(account: Account, tools: Tools): Promise<CsvImport> {
  const { found, converted, sample, rejected } = account;
  const { hash, rows } = converted.written;
  const path = tools.snapshots.path(hash);
  const varieties = found.columns.map(({ seen }) => varietyOf(seen.present));
  const columns = converted.columns.map(({ column }, i): Column => {
    const { forced, personal } = found.columns[i]!;
    const { name, reading } = column;
    const guessed = guessMeaning(reading.type, varieties[i]!);
    const meaning = forced === 'category' || forced === 'text' ? forced : guessed;
    return { name, type: reading.type, meaning, role: 'feature', ...(personal && { personal }) };
  });
  const missing = await countMissing(tools.session, path);
  const candidates = columns.filter((column, i) => mayIdentify(column, varieties[i]!));
  const names = candidates.map(({ name }) => name);
  const identifiers = rows > MANY_ROWS ? names : await uniqueAmong(tools.session, path, names);
  const plan: SourcePlan = { op: 'source', snapshot: hash, columns, rows };
  return {
    plan,
    notes: [...(await notesOf(account, columns, identifiers, tools))],
    found: {
      ...fileFacts(account),
      rows,
      rejected: {
        count: rejected.count,
        more: rejected.more,
        first: rejected.first.map((line) => ({ ...line })),
      },
      identifiers,
      columns: columns.map(({ name }, i) => ({
        name,
        missing: missing[i] ?? 0,
        distinct: varieties[i]!.distinct,
        /** Distinct values are counted in a sample where the file is large. */
        sampled: !sample.whole,
      })),
    },
  };
}

/** Names and streets have fewer words on average than anybody's sentences. */
const PROSE = 5;

/** A value of its own in every row; numbers with a fraction and sentences measure or tell, they do not identify. */
function mayIdentify({ type, meaning }: Column, { present, distinct, words }: Variety): boolean {
  if (present < ENOUGH_FOR_ID || distinct < present) return false;
  return type === 'int64' || (type === 'text' && meaning === 'text' && words < PROSE);
}

function fileFacts({ source, found, converted }: Account): { [key: string]: Json } {
  const commas = converted.columns.some(
    ({ column: { reading } }) =>
      reading.kind === 'number' &&
      reading.decimal === ',' &&
      (reading.thousands || reading.type === 'float64'),
  );
  return {
    encoding: source.encoding,
    delimiter: found.scan.delimiter,
    quote: found.scan.quote,
    decimal: commas ? ',' : (found.signs.number.forced ?? '.'),
    header: found.layout.header !== null,
    missing: missingMet(found, converted),
  };
}

/** The texts that were read as missing somewhere. */
function missingMet({ met, texts }: Survey, { columns }: Converted): string[] {
  const always = new Set(texts.always);
  const doubtful = columns.flatMap(({ column }) => column.missing.filter((t) => !always.has(t)));
  return [...new Set([...met, ...doubtful])];
}

async function notesOf(
  { source, sample, found, converted, rejected }: Account,
  columns: readonly Column[],
  identifiers: readonly string[],
  tools: Tools,
): Promise<readonly Note[]> {
  const path = tools.snapshots.path(converted.written.hash);
  const notes: Note[] = [...source.notes, ...found.notes];
  if (rejected.count > 0) {
    const lines = rejected.first.map(({ line }) => line);
    notes.push({
      code: 'csv-lines-rejected',
      level: 'warning',
      params: { count: rejected.count, lines },
    });
  }
  for (const { notes: own, column } of converted.columns) {
    for (const note of own) {
      // What the sample left open the whole file may have settled.
      const settled =
        note.code === 'csv-date-ambiguous' &&
        !sample.whole &&
        (await hasLateDay(tools.session, path, column.name));
      if (!settled) notes.push(note);
    }
  }
  for (const { seen } of found.columns) {
    for (const text of seen.kept) {
      const count = await countText(tools.session, path, seen.name, text);
      if (count > 0)
        notes.push({
          code: 'csv-missing-kept',
          level: 'warning',
          params: { column: seen.name, text, count },
        });
    }
  }
  const list = (code: Note['code'], names: readonly string[]): void => {
    if (names.length > 0)
      notes.push({ code, level: 'info', params: { columns: names, count: names.length } });
  };
  const names = (test: (i: number) => boolean): string[] =>
    columns.flatMap(({ name }, i) => (test(i) ? [name] : []));
  list(
    'csv-codes-kept',
    names((i) => converted.columns[i]!.code),
  );
  list(
    'csv-times-to-utc',
    names((i) => isZoned(converted, i)),
  );
  list('csv-identifiers', identifiers);
  list(
    'csv-personal-data',
    names((i) => columns[i]!.personal !== undefined),
  );
  return notes;
}

function isZoned({ columns }: Converted, i: number): boolean {
  const { reading } = columns[i]!.column;
  return (
    reading.kind === 'date' &&
    (reading.form === 'zoned' || reading.formats.some((f) => f.includes('%z')))
  );
}
