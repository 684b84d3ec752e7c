/** Raw values of one row, as a program or a person sends them, in the form that the row evaluator computes with. */
import type { Column, ValueType } from '#schemas/types.ts';
import { EsteiraError } from '#schemas/errors.ts';
import { MICROS_PER_DAY } from '#nodes/sdk/expressions/values/calendar.ts';
import { parseIsoDate, parseIsoTimestamp } from '#nodes/sdk/expressions/values/isoText.ts';
import type { Cell } from '#nodes/sdk/expressions/types.ts';

export type Coerce = (raw: unknown) => Cell;

/** A number as JSON writes it. */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Answers undefined for what is no value of the type. */
type Read = (raw: unknown) => Cell | undefined;

const READ: { readonly [type in ValueType]: Read } = {
  bool: readBool,
  int64: readNumber,
  float64: readNumber,
  text: (raw) => (typeof raw === 'string' ? raw.toWellFormed() : undefined),
  date: readDate,
  timestamp: readTimestamp,
};

/**
 * Reads a column's raw values: null, NaN and infinity are missing, and so is an empty text where the column is none.
 * Numbers may be text in JSON form, bools 0 and 1, dates and timestamps ISO text. Throws `model-value-wrong` on what is
 * no value of the type.
 */
export function coercion({ name, type }: Column): Coerce {
  const read = READ[type];
  return (raw) => {
    if (raw === null) return null;
    const value = read(raw);
    if (value !== undefined) return value;
    if (typeof raw === 'string' && raw.trim() === '') return null;
    // A row alone is the first; whoever reads many says which one it is.
    const place = { column: name, row: 1 };
    const wanted = { expected: type, type };
    throw new EsteiraError('model-value-wrong', { ...place, ...wanted, value: shown(raw) });
  };
}

function readNumber(raw: unknown): Cell | undefined {
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : null;
  if (typeof raw === 'string') return readNumberText(raw.trim());
  if (typeof raw === 'boolean' || typeof raw === 'bigint') return readNumber(Number(raw));
  return undefined;
}

function readNumberText(text: string): Cell | undefined {
  if (!NUMBER.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

function readBool(raw: unknown): Cell | undefined {
  if (typeof raw === 'boolean') return raw;
  if (raw === 1 || raw === 'true') return true;
  if (raw === 0 || raw === 'false') return false;
  return undefined;
}

/** A moment stands for its day. */
function readDate(raw: unknown): Cell | undefined {
  if (typeof raw !== 'string') return undefined;
  const day = parseIsoDate(raw);
  if (day !== null) return day;
  const moment = parseIsoTimestamp(withoutZone(raw));
  return moment === null ? undefined : Math.floor(moment / MICROS_PER_DAY);
}

/** A day stands for its midnight. */
function readTimestamp(raw: unknown): Cell | undefined {
  if (typeof raw !== 'string') return undefined;
  const moment = parseIsoTimestamp(withoutZone(raw));
  if (moment !== null) return moment;
  const day = parseIsoDate(raw);
  return day === null ? undefined : day * MICROS_PER_DAY;
}

/** Tables hold times without a zone, which an import reads as UTC. */
function withoutZone(text: string): string {
  return text.endsWith('Z') ? text.slice(0, -1) : text;
}

const LONGEST_SHOWN = 100;

function shown(raw: unknown): string {
  if (typeof raw === 'string') return raw.toWellFormed().slice(0, LONGEST_SHOWN);
  if (typeof raw === 'number' || typeof raw === 'boolean' || typeof raw === 'bigint')
    return `${raw}`;
  return `(${typeof raw})`;
}
