/**
 * Column vectors as typed arrays, in both directions.
 *
 * DuckDB's public accessors make an object a value (16-37 MB/s); the arrays beneath, which TypeScript calls private,
 * move 5 to 10 times as much. They are touched in this file only, so that a new release of the package has one place
 * to be checked. Queries must already have cast the column: DOUBLE (NaN for missing), or what `cells` takes.
 */
import type { DuckDBDataChunk } from '@duckdb/node-api';
import { isoDate, isoTimestamp } from '#nodes/sdk/expressions/values/isoText.ts';
import type { Cell } from '#nodes/sdk/context.ts';
import type { ValueType } from '#schemas/types.ts';

interface RawNumbers {
  readonly items: Float64Array;
  readonly validity: { readonly data: BigUint64Array | null };
}
interface RawIntegers {
  readonly items: Int32Array | BigInt64Array;
}

/** A DOUBLE column of the chunk; valid until the next chunk is fetched. Missing values must be NaN already. */
export function doubles(chunk: DuckDBDataChunk, column: number): Float64Array {
  const raw = chunk.getColumnVector(column) as unknown as RawNumbers;
  if (!(raw.items instanceof Float64Array)) throw new TypeError(`Column ${column} is not DOUBLE.`);
  return raw.items;
}

/** A column of the chunk as cells: text as it is, booleans, numbers from DOUBLE, dates and timestamps in ISO. */
export function cells(chunk: DuckDBDataChunk, column: number, type: ValueType): (Cell | null)[] {
  const vector = chunk.getColumnVector(column);
  const count = chunk.rowCount;
  const out = Array.from<Cell | null>({ length: count });
  if (type === 'date' || type === 'timestamp') {
    const { items } = vector as unknown as RawIntegers;
    const format = type === 'date' ? isoDate : (micros: number) => isoTimestamp(micros);
    for (let i = 0; i < count; i++) {
      out[i] = vector.getItem(i) === null ? null : format(Number(items[i]));
    }
    return out;
  }
  if (type === 'int64' || type === 'float64') {
    const items = doubles(chunk, column);
    for (let i = 0; i < count; i++) out[i] = Number.isNaN(items[i]) ? null : items[i]!;
    return out;
  }
  for (let i = 0; i < count; i++) out[i] = vector.getItem(i) as string | boolean | null;
  return out;
}

/** Writes rows `from` to `to` of JavaScript data into a DOUBLE column of a fresh chunk; missing becomes NaN. */
export function writeDoubles(
  chunk: DuckDBDataChunk,
  column: number,
  data: ArrayLike<Cell>,
  from: number,
  to: number,
): void {
  const vector = chunk.getColumnVector(column);
  const { items } = vector as unknown as RawNumbers;
  if (data instanceof Float64Array) items.set(data.subarray(from, to));
  else {
    for (let i = from; i < to; i++) {
      const value = data[i] ?? null;
      items[i - from] = value === null ? Number.NaN : Number(value);
    }
  }
  (vector as unknown as { flush(): void }).flush();
}

/** Writes rows `from` to `to` into a VARCHAR column of a fresh chunk. */
export function writeTexts(
  chunk: DuckDBDataChunk,
  column: number,
  data: ArrayLike<Cell>,
  from: number,
  to: number,
): void {
  const values: (string | null)[] = [];
  for (let i = from; i < to; i++) {
    const value = data[i] ?? null;
    values.push(value === null ? null : String(value));
  }
  chunk.setColumnValues(column, values);
}
