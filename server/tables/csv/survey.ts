/** What the sample says about a file: how it is cut, what its columns are called and how they are to be read. */
import { EsteiraError } from '#schemas/errors.ts';
import type { CsvOptions } from '#nodes/sdk/context.ts';
import type { Note } from '#nodes/sdk/values.ts';
import { decideColumn, findSigns, lookAt, tallyOf, type Decided, type Seen } from './columns.ts';
import { FORCED_TYPES, type ForcedType, type Signs } from './decide.ts';
import { betterDelimiter, findDialect, usualWidth, type Dialect } from './dialect.ts';
import { findLayout, type Layout } from './header.ts';
import type { FileScan } from './load.ts';
import { missingTexts, type MissingTexts } from './missing.ts';
import { nameColumns } from './names.ts';
import { parseSample, type Field } from './parse.ts';
import { personalTag, type PersonalTag } from './personal.ts';
import type { Sample } from './sample.ts';
import type { Tally } from './tally.ts';

export interface Survey {
  readonly scan: Omit<FileScan, 'path'>;
  readonly layout: Layout;
  readonly texts: MissingTexts;
  readonly signs: Signs;
  readonly columns: readonly Surveyed[];
  /** Texts for missing that the sample has, in whatever column. */
  readonly met: ReadonlySet<string>;
  /** About the file rather than a column. */
  readonly notes: readonly Note[];
}

export interface Surveyed {
  readonly seen: Seen;
  readonly forced: ForcedType | undefined;
  readonly personal: PersonalTag | undefined;
  readonly decided: Decided;
}

export function survey(sample: Sample, options: CsvOptions, file: string): Survey {
  const dialect = findDialect(sample.head, options.delimiter);
  if (options.delimiter !== 'auto') refuseWrongDelimiter(sample, dialect, file);
  const head = parseSample(sample.head, dialect);
  if (head.records.length === 0) throw new EsteiraError('file-empty', { file });
  const width = usualWidth(head);
  const layout = findLayout(head.records, head.lines, width, options.header);
  const naming = nameColumns(rawNames(layout, width));
  const records = [
    ...head.records.slice(layout.start),
    ...sample.pieces.flatMap((piece) => fitting(piece, dialect, width)),
  ].filter((record) => record.length === width);
  const texts = missingTexts(options.missing);
  const forced = forcedTypes(options, naming.names, file);
  const seen = naming.names.map((name, i) => lookAt(name, cellsOf(records, i), texts));
  const tallies = seen.map((column) => tallyOf(column, texts));
  const signs = findSigns(tallies, options, dialect.delimiter);
  const columns = seen.map((column, i) =>
    surveyColumn(column, tallies[i]!, forced.get(column.name), signs),
  );
  const notes: Note[] = [];
  const note = (code: Note['code'], list: readonly string[]): void => {
    if (list.length > 0)
      notes.push({ code, level: 'warning', params: { columns: list, count: list.length } });
  };
  note('csv-columns-repeated', naming.repeated);
  note('csv-columns-reserved', naming.reserved);
  if (layout.header !== null) note('csv-columns-unnamed', naming.given);
  const names = layout.header?.length ?? 0;
  if (names > width)
    notes.push({ code: 'csv-header-uneven', level: 'warning', params: { names, fields: width } });
  if (layout.preamble > 0)
    notes.push({
      code: 'csv-lines-skipped',
      level: 'warning',
      params: { count: layout.preamble },
    });
  const { delimiter, quote, escape } = dialect;
  const padded = isPadded(records);
  const quotedIsValue = tellsQuoted(records, texts.always);
  const scan = { delimiter, quote, escape, skip: layout.skip, padded, quotedIsValue };
  const met = new Set(seen.flatMap((column) => column.met));
  return { scan, layout, texts, signs, columns, met, notes };
}

function surveyColumn(
  seen: Seen,
  tally: Tally,
  forced: ForcedType | undefined,
  signs: Signs,
): Surveyed {
  const decided = decideColumn(seen, tally, signs, forced);
  const personal = personalTag(
    seen.name,
    seen.present.keys(),
    decided.column.reading.kind === 'date',
  );
  // Nobody adds up taxpayer numbers, and a leading zero may come later in the file.
  const named = decided.column.reading.kind === 'number' && forced === undefined && personal;
  return {
    seen,
    forced,
    personal: personal || undefined,
    decided: named ? decideColumn(seen, tally, signs, 'text') : decided,
  };
}

function refuseWrongDelimiter(sample: Sample, dialect: Dialect, file: string): void {
  const better = betterDelimiter(sample.head, dialect);
  if (better !== null)
    throw new EsteiraError('csv-delimiter-wrong', {
      file,
      delimiter: shown(dialect.delimiter),
      better: shown(better),
    });
}

function shown(delimiter: string): string {
  return delimiter === '\t' ? 'tab' : delimiter;
}

/** One text per column. A header one short lacks the first name: so R writes row names. */
function rawNames({ header }: Layout, width: number): string[] {
  const names = (header ?? []).map(({ text }) => text);
  if (names.length === width - 1 && names.length > 0) names.unshift('');
  return Array.from({ length: width }, (_, i) => names[i] ?? '');
}

/** Records of a stretch from the middle of the file, which may have begun inside quotes. */
function fitting(piece: string, dialect: Dialect, width: number): Field[][] {
  const { records } = parseSample(piece, dialect);
  const good = records.filter((record) => record.length === width);
  return good.length >= records.length * 0.8 ? good : [];
}

function cellsOf(records: readonly (readonly Field[])[], index: number): string[] {
  return records.map((record) => record[index]!.text.trim());
}

function forcedTypes(
  { types }: CsvOptions,
  names: readonly string[],
  file: string,
): ReadonlyMap<string, ForcedType> {
  const known: readonly string[] = FORCED_TYPES;
  const entries = Object.entries(types).filter(([, type]) => type !== 'auto');
  for (const [column, type] of entries) {
    if (!names.includes(column)) {
      throw new EsteiraError('csv-column-missing', { file, column, known: names });
    }
    if (!known.includes(type)) throw new EsteiraError('csv-type-unknown', { column, type, known });
  }
  return new Map(entries as [string, ForcedType][]);
}

/** `a, b, c`: nearly every field but the first begins with a space. */
function isPadded(records: readonly (readonly Field[])[]): boolean {
  const fields = records.slice(0, 200).flatMap((record) => record.slice(1));
  const bare = fields.filter(({ text, quoted }) => !quoted && text !== '');
  return (
    bare.length > 0 && bare.filter(({ text }) => text.startsWith(' ')).length >= bare.length * 0.9
  );
}

/** The same missing text stands with and without quotes: then the quoted one is a text (R's write.csv does so). */
function tellsQuoted(records: readonly (readonly Field[])[], always: readonly string[]): boolean {
  const texts = new Set(always);
  const quoted = new Set<string>();
  const bare = new Set<string>();
  for (const field of records.flat()) {
    if (texts.has(field.text)) (field.quoted ? quoted : bare).add(field.text);
  }
  return [...quoted].some((text) => bare.has(text));
}
