/**
 * SQL that turns the text of a CSV column into its value.
 *
 * DuckDB's own CSV casts lose things without a word: 1.5 read as BIGINT is 2, 007 is 7, a DATE drops its time, an
 * offset is ignored. So whole numbers and dates arrive as text and must survive the way back. What does not fit either
 * ends the query (`error`: the sample misled, look at the whole file) or becomes missing (`null`).
 *
 * It takes two levels of SELECT, a parsed value below and the judgement above: with both in one, DuckDB spends two
 * seconds on planning a thousand columns.
 */
import { quoteText } from '#nodes/sdk/expressions/sql/quote.ts';
import { bareSql } from './units.ts';
import type { CsvColumn, DateReading, NumberReading } from './reading.ts';

export type OnMisfit = 'error' | 'null';

/** Found in the message of the query that met a cell which does not fit. */
export const MISFIT = 'esteira: a cell does not fit its column';

const MAX_SAFE = '9007199254740991';

export interface ColumnSql {
  /** Parsed value of the field, for the lower SELECT; null where the field is used as it is. */
  readonly parsed: string | null;
  /** The column's value or null, for the upper SELECT. */
  readonly value: string;
  /** Whether a field is there and does not fit, for the upper SELECT. */
  readonly misfit: string;
}

/** How a field is judged: its parsed value holds where one of `when` does. */
interface Judged {
  readonly parsed: string;
  readonly when: readonly string[];
}

/** `whole` is SQL of the text, `name` what the parsed value is called in the lower SELECT. */
export function columnSql(
  { reading, missing }: CsvColumn,
  whole: string,
  name: string,
  onMisfit: OnMisfit,
): ColumnSql {
  const field = reading.kind === 'number' ? bareSql(whole, reading.unit) : whole;
  const absent = absentSql(field, missing);
  if (reading.kind === 'text') {
    const value = missing.length === 0 ? field : `CASE WHEN NOT (${absent}) THEN ${field} END`;
    return { parsed: null, value, misfit: 'FALSE' };
  }
  const outcome = onMisfit === 'error' ? `error(${quoteText(MISFIT)})` : 'NULL';
  if (reading.kind === 'empty') {
    const value = `CASE WHEN ${absent} THEN CAST(NULL AS VARCHAR) ELSE ${outcome} END`;
    return { parsed: null, value, misfit: `NOT (${absent})` };
  }
  const { parsed, when } =
    reading.kind === 'number'
      ? judgeNumber(reading, field, name)
      : reading.kind === 'date'
        ? judgeDate(reading, field, name)
        : { parsed: boolSql(field, reading.words), when: [`${name} IS NOT NULL`] };
  const cases = when.map((condition) => `WHEN ${condition} THEN ${name}`).join(' ');
  return {
    parsed,
    value: `CASE ${cases} WHEN ${absent} THEN NULL ELSE ${outcome} END`,
    misfit: `NOT coalesce(${when.map((condition) => `(${condition})`).join(' OR ')}, FALSE) AND NOT (${absent})`,
  };
}

/** Of a column that the CSV reader gives as DOUBLE. */
export function nativeSql(field: string, onMisfit: OnMisfit): string {
  const outcome = onMisfit === 'error' ? `error(${quoteText(MISFIT)})` : 'NULL';
  return `CASE WHEN isfinite(${field}) THEN ${field} WHEN ${field} IS NOT NULL THEN ${outcome} END`;
}

function absentSql(field: string, missing: readonly string[]): string {
  const texts = ['', ...missing].map(quoteText).join(', ');
  return `${field} IS NULL OR trim(${field}) IN (${texts})`;
}

function judgeNumber(reading: NumberReading, field: string, name: string): Judged {
  return reading.type === 'int64'
    ? judgeWhole(reading, field, name)
    : judgeDecimal(reading, field, name);
}

function judgeWhole({ thousands, decimal }: NumberReading, field: string, name: string): Judged {
  const group = decimal === '.' ? ',' : '.';
  const groups = thousands ? `|[1-9][0-9]{0,2}([${group}][0-9]{3})+` : '';
  const pattern = quoteText(`[-+]?(0|[1-9][0-9]{0,15}${groups})`);
  const inRange = `${name} BETWEEN -${MAX_SAFE} AND ${MAX_SAFE}`;
  return {
    parsed: `TRY_CAST(${thousands ? `replace(${field}, '${group}', '')` : field} AS BIGINT)`,
    when: [
      // To text and back: one comparison that 1.5, 007, 1e3 and 0x1F all fail.
      `CAST(${name} AS VARCHAR) = ${field} AND ${inRange}`,
      `regexp_full_match(trim(${field}), ${pattern}) AND ${inRange}`,
    ],
  };
}

function judgeDecimal({ thousands, decimal }: NumberReading, field: string, name: string): Judged {
  const group = decimal === '.' ? ',' : '.';
  const bare = thousands ? `replace(${field}, '${group}', '')` : field;
  const plain = decimal === '.' ? 'TRUE' : `NOT contains(${field}, '.')`;
  const pattern = quoteText(`[-+]?[1-9][0-9]{0,2}([${group}][0-9]{3})+([${decimal}][0-9]*)?`);
  const grouped = `isfinite(${name}) AND regexp_full_match(trim(${field}), ${pattern})`;
  return {
    parsed: `TRY_CAST(${decimal === '.' ? bare : `replace(${bare}, ',', '.')`} AS DOUBLE)`,
    when: thousands
      ? [`isfinite(${name}) AND NOT contains(${field}, '${group}')`, grouped]
      : [`isfinite(${name}) AND ${plain}`],
  };
}

function boolSql(field: string, words: boolean): string {
  const list = (values: readonly string[]): string => values.map(quoteText).join(', ');
  const yes = ['true', ...(words ? ['t', 'yes', 'y', 'sim', 's', 'verdadeiro', '1'] : [])];
  const no = ['false', ...(words ? ['f', 'no', 'n', 'não', 'nao', 'falso', '0'] : [])];
  const text = `lower(trim(${field}))`;
  return `CASE WHEN ${text} IN (${list(yes)}) THEN TRUE WHEN ${text} IN (${list(no)}) THEN FALSE END`;
}

function judgeDate({ form, type, formats }: DateReading, field: string, name: string): Judged {
  const target = type === 'date' ? 'DATE' : 'TIMESTAMP';
  const length = `strlen(${field})`;
  const there = `${name} IS NOT NULL`;
  if (form === 'iso' && formats.every((format) => !format.includes('%H'))) {
    return {
      parsed: `CAST(TRY_CAST(${field} AS DATE) AS ${target})`,
      when: [`${length} = 10 AND ${there}`],
    };
  }
  if (form === 'iso') {
    // 10, 16 or 19 characters, or a fraction after them: what else there may be is an offset, which a CAST drops.
    const fraction = `substr(${field}, 20, 1) = '.' AND NOT regexp_matches(${field}, '[zZ+]|-[0-9:]+$')`;
    return {
      parsed: `CAST(TRY_CAST(${field} AS TIMESTAMP) AS ${target})`,
      when: [
        `${length} = 19 AND substr(${field}, 17, 1) = ':' AND ${there}`,
        `${length} IN (10, 16) AND ${there}`,
        `${fraction} AND ${there}`,
      ],
    };
  }
  if (form === 'zoned') {
    const utc = `TRY_CAST(${field} AS TIMESTAMPTZ) AT TIME ZONE 'UTC'`;
    return { parsed: `CAST(${utc} AS ${target})`, when: [there] };
  }
  const list = `[${formats.map(quoteText).join(', ')}]`;
  return {
    parsed: `CAST(TRY_STRPTIME(trim(${field}), ${list}) AS ${target})`,
    // %Y takes 24 for the year 24.
    when: [`year(${name}) >= 1000`],
  };
}
