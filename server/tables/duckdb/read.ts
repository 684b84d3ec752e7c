/** Table plans as rows, columns, batches and matrices in JavaScript. Always in output order. */
import type { DuckDBDataChunk } from '@duckdb/node-api';
import type { Batch, Cell, ColumnData } from '#nodes/sdk/context.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';
import type { ValueType } from '#schemas/types.ts';
import { emit, emitOrdered, type EmitOptions } from '../emit/emit.ts';
import type { Emitted, EmittedColumn } from '../emit/types.ts';
import { GrowingFloat64, GrowingRows } from './growing.ts';
import { asCell, asDouble, asFloat, ROW_AS_DOUBLE, select } from './queries.ts';
import type { Session } from './session.ts';
import { cells, doubles, floats } from './vectors.ts';

const NUMBERS: readonly ValueType[] = ['bool', 'int64', 'float64'];

export async function readRows(
  session: Session,
  table: Table,
  options: EmitOptions,
  { limit, offset }: { limit: number; offset: number },
): Promise<ReadonlyMap<string, Cell>[]> {
  const from = emitOrdered(table.plan, options);
  // `$row` as well: a plan may have no visible columns, and still has rows.
  const list = [...from.columns.map(asCell), ROW_AS_DOUBLE];
  const sql = select(list, from, ` LIMIT ${limit} OFFSET ${offset}`);
  const rows: Map<string, Cell>[] = [];
  for await (const chunk of inOrder(session, sql, from, from.columns.length)) {
    const data = from.columns.map(({ type }, i) => cells(chunk, i, type));
    for (let i = 0; i < chunk.rowCount; i++) {
      rows.push(new Map(from.columns.map(({ name }, j) => [name, data[j]![i]!])));
    }
  }
  return rows;
}

export async function countRows(
  session: Session,
  table: Table,
  options: EmitOptions,
): Promise<number> {
  if (table.plan.op === 'source') return table.plan.rows;
  const [row] = await session.read(select(['count(*)'], emit(table.plan, options)));
  return Number(row?.[0] ?? 0);
}

/** At least `size` rows a batch, but for the last. Nothing is yielded for a table without rows. */
export async function* readBatches(
  session: Session,
  table: Table,
  names: readonly string[],
  options: EmitOptions,
  size: number,
): AsyncGenerator<Batch> {
  const from = emitOrdered(narrowed(table, names).plan, options);
  const columns = from.columns.slice(0, names.length);
  const list = columns.map((column) => (isNumber(column) ? asDouble(column.name) : asCell(column)));
  let batch = new Gathered(columns);
  const sql = select([...list, ROW_AS_DOUBLE], from);
  for await (const chunk of inOrder(session, sql, from, names.length)) {
    batch.add(chunk);
    if (batch.rows < size) continue;
    yield batch.finish();
    batch = new Gathered(columns);
  }
  if (batch.rows > 0) yield batch.finish();
}

/** The columns whole. */
export async function readColumns(
  session: Session,
  table: Table,
  names: readonly string[],
  options: EmitOptions,
): Promise<Batch> {
  for await (const batch of readBatches(session, table, names, options, Number.POSITIVE_INFINITY)) {
    return batch;
  }
  return new Gathered(names.map((name) => table.need(name))).finish();
}

export async function readMatrix(
  session: Session,
  table: Table,
  names: readonly string[],
  options: EmitOptions,
): Promise<{ x: { rows: number; columns: number; data: Float32Array }; ids: Float64Array }> {
  for (const name of names) table.need(name, NUMBERS);
  const from = emitOrdered(narrowed(table, names).plan, options);
  const rows = new GrowingRows(names.length);
  const ids = new GrowingFloat64();
  const sql = select([...from.columns.slice(0, names.length).map(asFloat), ROW_AS_DOUBLE], from);
  for await (const chunk of inOrder(session, sql, from, names.length)) {
    rows.push(
      names.map((_, j) => floats(chunk, j)),
      chunk.rowCount,
    );
    ids.push(doubles(chunk, names.length));
  }
  const x = { rows: rows.rows, columns: names.length, data: rows.finish() };
  return { x, ids: ids.finish() };
}

/**
 * Chunks whose column `at` is `$row`. An optimiser that reorders rows would spoil all that comes after without a sign
 * (it happened: see database.ts), so every read looks.
 */
async function* inOrder(
  session: Session,
  sql: string,
  from: Emitted,
  at: number,
): AsyncGenerator<DuckDBDataChunk> {
  let last = Number.NEGATIVE_INFINITY;
  for await (const chunk of session.stream(sql)) {
    const ids = doubles(chunk, at);
    for (let i = 0; i < ids.length && !from.hasOrder; i++) {
      if (ids[i]! < last) throw new RangeError(`Row ${ids[i]} came after row ${last}.`);
      last = ids[i]!;
    }
    yield chunk;
  }
}

/** A table keeps at least one column, and row identities may be all that is wanted. */
function narrowed(table: Table, names: readonly string[]): Table {
  return names.length > 0 ? table.select(names) : table.select([table.columns[0]!.name]);
}

function isNumber({ type }: EmittedColumn): boolean {
  return NUMBERS.includes(type);
}

/** Chunks on their way to a batch. The last column of a chunk is `$row`. */
class Gathered {
  readonly #columns: readonly EmittedColumn[];
  readonly #data: (GrowingFloat64 | Cell[])[];
  readonly #ids = new GrowingFloat64();

  constructor(columns: readonly EmittedColumn[]) {
    this.#columns = columns;
    this.#data = columns.map((column) => (isNumber(column) ? new GrowingFloat64() : []));
  }

  get rows(): number {
    return this.#ids.length;
  }

  add(chunk: DuckDBDataChunk): void {
    for (const [i, into] of this.#data.entries()) {
      if (into instanceof GrowingFloat64) into.push(doubles(chunk, i));
      else for (const cell of cells(chunk, i, this.#columns[i]!.type)) into.push(cell);
    }
    this.#ids.push(doubles(chunk, this.#data.length));
  }

  finish(): Batch {
    const { rows } = this;
    const columns = new Map<string, ColumnData>();
    for (const [i, { name }] of this.#columns.entries()) {
      const data = this.#data[i]!;
      columns.set(name, data instanceof GrowingFloat64 ? data.finish() : data);
    }
    return { rows, ids: this.#ids.finish(), columns };
  }
}
