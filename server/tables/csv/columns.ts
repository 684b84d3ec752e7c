/** The columns as the sample shows them. */
import type { CsvOptions } from '#nodes/sdk/context.ts';
import type { Note } from '#nodes/sdk/values.ts';
import { decide, decideForced, type ForcedType, type Signs } from './decide.ts';
import { provenOrder, type DayOrder } from './dates.ts';
import { isValueHere, type MissingTexts } from './missing.ts';
import { provenSign } from './numbers.ts';
import type { CsvColumn, DecimalSign } from './reading.ts';
import { tallyCells, type Tally } from './tally.ts';

/** A column of the sample. */
export interface Seen {
  readonly name: string;
  /** Trimmed texts, in order, without the empty ones. */
  readonly cells: readonly string[];
  /** Missing texts of this column, whatever its type. */
  readonly missing: readonly string[];
  /** Texts that would mean missing elsewhere and are values here. */
  readonly kept: readonly string[];
  /** Cells that are not missing. */
  readonly present: readonly string[];
}

export interface Decided {
  readonly column: CsvColumn;
  readonly notes: readonly Note[];
  /** Digits with a leading zero, kept as text. */
  readonly code: boolean;
}

export function lookAt(name: string, cells: readonly string[], texts: MissingTexts): Seen {
  const filled = cells.filter((text) => text !== '');
  const always = new Set(texts.always);
  const kept = texts.always.filter((text) =>
    isValueHere(
      text,
      filled.filter((cell) => cell === text || !always.has(cell)),
    ),
  );
  const missing = texts.always.filter((text) => !kept.includes(text));
  const absent = new Set(missing);
  return {
    name,
    cells: filled,
    missing,
    kept,
    present: filled.filter((cell) => !absent.has(cell)),
  };
}

export function tallyOf(seen: Seen, texts: MissingTexts): Tally {
  return tallyCells(seen.present, texts.doubtful);
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
  texts: MissingTexts,
  forced: ForcedType | undefined,
): Decided {
  const doubtful = [...texts.doubtful];
  if (forced !== undefined) {
    const reading = decideForced(tally, forced, signs);
    const missing = reading.kind === 'text' ? seen.missing : [...seen.missing, ...doubtful];
    return { column: { name: seen.name, reading, missing }, notes: [], code: false };
  }
  const { reading, notes, code } = decide(seen.name, tally, signs);
  const missing = reading.kind === 'text' ? seen.missing : [...seen.missing, ...doubtful];
  return { column: { name: seen.name, reading, missing }, notes, code };
}
