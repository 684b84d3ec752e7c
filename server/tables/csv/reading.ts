/** How the texts of a column are to be read. Found by decide.ts, turned into SQL by expressions.ts. */
export type DecimalSign = '.' | ',';

export interface NumberReading {
  readonly kind: 'number';
  readonly type: 'int64' | 'float64';
  readonly decimal: DecimalSign;
  /** The other sign separates thousands. */
  readonly thousands: boolean;
  /** Stands beside the numbers (units.ts). */
  readonly unit?: string;
}

export interface DateReading {
  readonly kind: 'date';
  readonly type: 'date' | 'timestamp';
  /** `iso`: what a CAST reads strictly; `zoned`: ISO with an offset, turned to UTC; `pattern`: by `formats`. */
  readonly form: 'iso' | 'zoned' | 'pattern';
  /** strptime formats, the usual one first. */
  readonly formats: readonly string[];
}

export type Reading =
  | { readonly kind: 'text'; readonly type: 'text' }
  /** Nothing was seen of the column but missing cells; anything else is a surprise. */
  | { readonly kind: 'empty'; readonly type: 'text' }
  /** `words`: also sim/não, yes/no, 1/0, which are only read so when asked for. */
  | { readonly kind: 'bool'; readonly type: 'bool'; readonly words: boolean }
  | NumberReading
  | DateReading;

export const TEXT: Reading = { kind: 'text', type: 'text' };

export const EMPTY: Reading = { kind: 'empty', type: 'text' };

/** A column of the file, as it will be read. */
export interface CsvColumn {
  readonly name: string;
  readonly reading: Reading;
  /** Texts that mean missing in this column, besides the empty field. */
  readonly missing: readonly string[];
}
