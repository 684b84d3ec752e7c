/** The columns as the sample shows them. */
import type { CsvOptions } from '#nodes/sdk/context.ts';
import type { Note } from '#nodes/sdk/values.ts';
import { decide, decideForced, type ForcedType, type Signs } from './decide.ts';
import { provenOrder, type DayOrder } from './dates.ts';
import { isValueHere, type MissingTexts } from './missing.ts';
import { provenSign } from './numbers.ts';
import type { CsvColumn, DecimalSign, NumberReading, Reading } from './reading.ts';
import { tallyTexts, type Tally } from './tally.ts';
import { bareText, unitsIn, type Units } from './units.ts';

/** A column of the sample. Texts are trimmed; empty ones do not count. */
export interface Seen extends Units {
  readonly name: string;
  /** Texts that are not missing, with their counts, in order of appearance. */
  readonly present: ReadonlyMap<string, number>;
  /** Missing texts of this column, whatever its type. */
  readonly missing: readonly string[];
  /** Those of them that the sample has. */
  readonly met: readonly string[];
  /** Texts that would mean missing elsewhere and are values here. */
  readonly kept: readonly string[];
}

export interface Decided {
  readonly column: CsvColumn;
  readonly notes: readonly Note[];
  /** Digits with a leading zero, kept as text. */
  readonly code: boolean;
}

export function lookAt(name: string, cells: readonly string[], texts: MissingTexts): Seen {
  const counts = new Map<string, number>();
  for (const text of cells) if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  const always = new Set(texts.always);
  const others = [...counts.keys()].filter((text) => !always.has(text));
  const kept = texts.always.filter((text) => isValueHere(text, others));
  const missing = texts.always.filter((text) => !kept.includes(text));
  const met = missing.filter((text) => counts.delete(text));
  const units = unitsIn([...counts.keys()], texts.doubtful);
  return { name, present: counts, missing, met, kept, ...units };
}

export function tallyOf(seen: Seen, texts: MissingTexts): Tally {
  return tallyTexts(seen.present, texts.doubtful, seen.unit);
}

/** How the whole file writes decimals and dates, from what single columns prove. */
export function findSigns(
  tallies: readonly Tally[],
  options: CsvOptions,
  delimiter: string,
): Signs {
  const forced = options.decimal === 'auto' ? undefined : options.decimal;
  const signs = tallies.map(provenSign);
  const dots = signs.filter((sign) => sign === '.').length;
  const commas = signs.filter((sign) => sign === ',').length;
  // Programs write `;` between fields where the comma is the decimal sign.
  const usual: DecimalSign = commas > dots || (commas === dots && delimiter === ';') ? ',' : '.';
  const orders = tallies.map(provenOrder);
  const days = orders.filter((order) => order === 'dmy').length;
  const months = orders.filter((order) => order === 'mdy').length;
  const order: DayOrder = months > days ? 'mdy' : 'dmy';
  return {
    number: { forced, usual, wary: delimiter !== ',' },
    date: { forced: orderOf(options.dateFormat), usual: order },
  };
}

/** 'auto', a pattern such as dd/mm/yyyy, or strptime's %d/%m/%Y: only the order is taken from it. */
function orderOf(format: string): DayOrder | 'ymd' | undefined {
  const letters = format
    .toLowerCase()
    .replaceAll(/[^dmya]/g, '')
    .replaceAll(/(.)\1+/g, '$1');
  if (letters.startsWith('dmy') || letters === 'dm') return 'dmy';
  if (letters.startsWith('mdy') || letters === 'md') return 'mdy';
  return letters.startsWith('ymd') || letters === 'yd' ? 'ymd' : undefined;
}

/** `forced` is the type that the user set, if any. */
export function decideColumn(
  seen: Seen,
  tally: Tally,
  signs: Signs,
  forced: ForcedType | undefined,
): Decided {
  // Those that the tally met: a list of all would cost each cell of the column.
  const doubtful = [...tally.doubtful.keys()];
  if (forced !== undefined) {
    const reading = withUnit(decideForced(tally, forced, signs), seen);
    const missing = reading.kind === 'text' ? seen.missing : [...seen.missing, ...doubtful];
    return { column: { name: seen.name, reading, missing }, notes: [], code: false };
  }
  const { notes: said, code, ...decision } = decide(seen.name, tally, signs);
  const reading = withUnit(decision.reading, seen);
  const notes = [
    ...said,
    ...(reading.kind === 'number' ? unitNotes(seen, reading) : mixedNotes(seen)),
  ];
  const missing = reading.kind === 'text' ? seen.missing : [...seen.missing, ...doubtful];
  return { column: { name: seen.name, reading, missing }, notes, code };
}

function withUnit(reading: Reading, { unit }: Seen): Reading {
  return reading.kind === 'number' && unit !== undefined ? { ...reading, unit } : reading;
}

function unitNotes({ name, unit, present }: Seen, { decimal }: NumberReading): readonly Note[] {
  if (unit === undefined) return [];
  const value = [...present.keys()].find((text) => text.includes(unit)) ?? unit;
  const params = { column: name, unit, value, read: valueOf(bareText(value, unit), decimal) };
  return [{ code: 'csv-unit-left', level: 'info', params }];
}

/** Of a text with at most one decimal sign; the other sign separates thousands. */
function valueOf(text: string, decimal: DecimalSign): number {
  const thousands = decimal === '.' ? ',' : '.';
  return Number(text.replaceAll(thousands, '').replace(decimal, '.'));
}

/** Amounts that stay text would be learned from as names: that must not go unsaid. */
function mixedNotes({ name, mixed }: Seen): readonly Note[] {
  if (mixed === undefined) return [];
  const params = { column: name, value: mixed[0], other: mixed[1] };
  return [{ code: 'csv-units-mixed', level: 'warning', params }];
}
