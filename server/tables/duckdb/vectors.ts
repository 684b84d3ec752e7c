/**
 * Column vectors as typed arrays, in both directions.
 *
 * DuckDB's public accessors make an object a value (16-37 MB/s); the arrays beneath, which TypeScript calls private,
 * move 5 to 10 times as much. They are touched in this file only, so that a new release of the package has one place
 * to be checked. Queries have already cast the columns (queries.ts).
 */
import type { DuckDBDataChunk } from '@duckdb/node-api';
import { isoDate, isoTimestamp } from '#nodes/sdk/expressions/values/isoText.ts';
import type { Cell } from '#nodes/sdk/context.ts';
import type { ValueType } from '#schemas/types.ts';

type Items = Float64Array | Float32Array | Int32Array | BigInt64Array;

function itemsOf<T extends Items>(
  chunk: DuckDBDataChunk,
  column: number,
  kind: new (length: number) => T,
): T {
  const { items } = chunk.getColumnVector(column) as unknown as { items: unknown };
  if (!(items instanceof kind)) throw new TypeError(`Column ${column} is no ${kind.name}.`);
  return items;
}

/** A DOUBLE column; valid until the next chunk is fetched. Missing values must be NaN already. */
export function doubles(chunk: DuckDBDataChunk, column: number): Float64Array {
  return itemsOf(chunk, column, Float64Array);
}

/** A FLOAT column, as `doubles`. */
export function floats(chunk: DuckDBDataChunk, column: number): Float32Array {
  return itemsOf(chunk, column, Float32Array);
}

/** A column as cells: text and booleans as they are, numbers from DOUBLE, dates and timestamps in ISO. */
export function cells(chunk: DuckDBDataChunk, column: number, type: ValueType): Cell[] {
  const count = chunk.rowCount;
  const out: Cell[] = [];
  if (type === 'int64' || type === 'float64') {
    const items = doubles(chunk, column);
    for (let i = 0; i < count; i++) out.push(Number.isNaN(items[i]) ? null : items[i]!);
    return out;
  }
  const vector = chunk.getColumnVector(column);
  if (type === 'date' || type === 'timestamp') {
    const items = itemsOf<Items>(chunk, column, type === 'date' ? Int32Array : BigInt64Array);
    const format = type === 'date' ? isoDate : (micros: number) => isoTimestamp(micros);
    for (let i = 0; i < count; i++) {
      out.push(vector.getItem(i) === null ? null : format(Number(items[i])));
    }
    return out;
  }
  for (let i = 0; i < count; i++) out.push(vector.getItem(i) as string | boolean | null);
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
  const items = doubles(chunk, column);
  if (data instanceof Float64Array) items.set(data.subarray(from, to));
  else {
    for (let i = from; i < to; i++) {
      const value = data[i] ?? null;
      items[i - from] = value === null ? Number.NaN : Number(value);
    }
  }
  flush(chunk, column);
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

function flush(chunk: DuckDBDataChunk, column: number): void {
  (chunk.getColumnVector(column) as unknown as { flush(): void }).flush();
}
