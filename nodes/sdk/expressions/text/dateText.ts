/** Dates between `#` signs: `#2024-01-31#`, in Portuguese `#31/01/2024#`; with a time `#2024-01-31 10:05:07.5#`. */
import { lit } from '../build.ts';
import { isoTimestamp, parseIsoDate, parseIsoTimestamp } from '../values/isoText.ts';
import { FormulaSyntaxError } from './errors.ts';
import type { Token } from './tokenise.ts';
import type { LiteralExpr, Locale } from '../types.ts';

const DAY_FIRST = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(.*)$/s;
const MINUTES_ONLY = /^(.{10}[T ]\d{2}:\d{2})$/;

/** ISO is understood in every language. */
export function readDate(token: Token, locale: Locale): LiteralExpr {
  const text = token.value.trim();
  const parts = locale === 'pt-BR' ? DAY_FIRST.exec(text) : null;
  const iso =
    parts === null
      ? text
      : `${parts[3]}-${parts[2]!.padStart(2, '0')}-${parts[1]!.padStart(2, '0')}${parts[4]}`;
  if (parseIsoDate(iso) !== null) return lit(iso, 'date');
  const micros = parseIsoTimestamp(iso.replace(MINUTES_ONLY, '$1:00'));
  if (micros !== null) return lit(isoTimestamp(micros), 'timestamp');
  throw new FormulaSyntaxError('formula-date', token, [], { date: token.value });
}

export function writeDate(value: string, locale: Locale): string {
  const [date, time] = value.split('T') as [string, string?];
  const [year, month, day] = date.split('-') as [string, string, string];
  const written = locale === 'pt-BR' ? `${day}/${month}/${year}` : date;
  return `#${time === undefined ? written : `${written} ${time}`}#`;
}
