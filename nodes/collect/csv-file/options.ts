/** The parameters as the reader of CSV files takes them. */
import type { CsvOptions } from '#nodes/sdk/context.ts';
import { EsteiraError } from '#schemas/errors.ts';
import { byColumn } from '#nodes/sdk/byColumn.ts';

export const DELIMITERS = {
  auto: 'auto',
  comma: ',',
  semicolon: ';',
  tab: '\t',
  bar: '|',
} as const;

export interface Params {
  readonly delimiter: keyof typeof DELIMITERS | 'other';
  readonly otherDelimiter: string;
  readonly encoding: CsvOptions['encoding'];
  readonly decimal: CsvOptions['decimal'];
  readonly header: CsvOptions['header'];
  readonly dates: 'auto' | 'dmy' | 'mdy' | 'ymd';
  readonly usualMissing: boolean;
  readonly missing: readonly { readonly text: string }[];
  readonly types: readonly { readonly column: string; readonly type: string }[];
}

/** Throws `param-required` and, on a column that has two types, `list-repeats`. */
export function csvOptions(own: Params): CsvOptions {
  const texts = own.missing.map(({ text }) => text).filter((text) => text !== '');
  const types = [...byColumn(own.types, 'types')].map(([column, { type }]) => [column, type]);
  return {
    delimiter: delimiterOf(own),
    encoding: own.encoding,
    decimal: own.decimal,
    header: own.header,
    dateFormat: own.dates,
    missing: own.usualMissing ? ['auto', ...texts] : texts,
    // Own members alone, whatever a column is called: `__proto__` is one of them.
    types: Object.setPrototypeOf(Object.fromEntries(types), null) as CsvOptions['types'],
  };
}

function delimiterOf({ delimiter, otherDelimiter }: Params): string {
  if (delimiter !== 'other') return DELIMITERS[delimiter];
  if (otherDelimiter === '') throw new EsteiraError('param-required', { param: 'otherDelimiter' });
  return otherDelimiter;
}
