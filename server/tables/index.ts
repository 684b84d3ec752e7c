/**
 * Executes table plans with DuckDB. For child processes: queries fill the thread pool, and a crash of the engine ends
 * the process that it runs in.
 */
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type {
  Cell,
  CsvOptions,
  DataSource,
  ImportResult,
  NewColumn,
  TablesPort,
} from '#nodes/sdk/context.ts';
import { EsteiraError } from '#schemas/errors.ts';
import { checkpoint } from '#nodes/sdk/plan/checkpoint.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import type { EmitOptions } from './emit/emit.ts';
import { emitOrdered } from './emit/emit.ts';
import { importCsv } from './csv/import.ts';
import { snapshotOf } from './duckdb/append.ts';
import { openDatabase, type Database } from './duckdb/database.ts';
import { openDeals, type Deals } from './duckdb/deals.ts';
import { exportTable } from './duckdb/export.ts';
import { fromDuckDb } from './duckdb/failures.ts';
import { countRows, readBatches, readColumns, readMatrix, readRows } from './duckdb/read.ts';
import { openScratch, type Scratch } from './duckdb/scratch.ts';
import { openSession, type Caller, type Session } from './duckdb/session.ts';
import { openSnapshots, type Snapshots } from './duckdb/snapshots.ts';

export interface TablesOptions extends Caller {
  /** Folder of the content-addressed files: `<artifacts>/<first two>/<sha256>`. */
  readonly artifacts: string;
  /** Where spill files and unfinished writes go; a folder of this process is made in it. */
  readonly tmpDir: string;
  /** As DuckDB says it: '2GB'. */
  readonly memoryLimit: string;
  readonly threads?: number;
  /** Rows of a source from which on it is kept which row a split gave to which part; see deals.ts. */
  readonly dealtRows?: number;
  /** The file of an imported data set; may throw `dataset-missing`. */
  readonly resolveDataset: (name: string, hash: string) => string | Promise<string>;
}

export interface Tables extends TablesPort {
  /** The same tables for another caller: its own signal and progress. */
  for(caller: Caller): Tables;
  /** Ends what still runs and removes the temporary folder. */
  close(): Promise<void>;
}

/** Rows that `rows` gives unless told otherwise. */
const ROWS = 10_000;
/** Rows of a batch: fewer of wide tables, so that a batch stays within some tens of megabytes. */
function batchSize(columns: number): number {
  return Math.max(2048, Math.min(32_768, Math.floor(4e6 / Math.max(1, columns))));
}

interface Opened {
  readonly scratch: Scratch;
  readonly snapshots: Snapshots;
  readonly database: Database;
  readonly deals: Deals;
}

/** Nothing is opened before the first call that needs it. */
export function openTables(given: TablesOptions): Tables {
  const options = { ...given, artifacts: resolve(given.artifacts), tmpDir: resolve(given.tmpDir) };
  let opened: Promise<Opened> | undefined;
  const open = (): Promise<Opened> => (opened ??= openAll(options));
  const close = async (): Promise<void> => {
    if (opened === undefined) return;
    const { database, scratch } = await opened;
    await database.close();
    await scratch.close();
  };
  return forCaller(options, options, open, close);
}

async function openAll({
  artifacts,
  tmpDir,
  memoryLimit,
  threads,
  dealtRows,
}: TablesOptions): Promise<Opened> {
  const scratch = await openScratch(tmpDir);
  const folders = [artifacts, scratch.dir];
  const database = await openDatabase({ memoryLimit, threads, spill: scratch.spill, folders });
  const snapshots = openSnapshots(artifacts, scratch);
  return { scratch, snapshots, database, deals: openDeals(dealtRows) };
}

function forCaller(
  options: TablesOptions,
  caller: Caller,
  open: () => Promise<Opened>,
  close: () => Promise<void>,
): Tables {
  const use = async (): Promise<Opened & { session: Session; emit: EmitOptions }> => {
    const all = await open();
    const emit = { snapshot: (hash: string) => all.snapshots.path(hash) };
    return { ...all, session: openSession(all.database, caller), emit };
  };
  /** The same, and the table as it is best read now. */
  const read = async (given: Table) => {
    const all = await use();
    const { deals, session, snapshots, emit } = all;
    const table = await deals.kept(given, (plan) =>
      snapshots.write(session, emitOrdered(plan, emit).sql),
    );
    return { ...all, table };
  };
  return {
    for: (other) => forCaller(options, other, open, close),
    close,
    importCsv: async (source, csv) => importFile(options, caller, await open(), source, csv),
    async rows(given, { limit = ROWS, offset = 0 } = {}) {
      const { session, table, emit } = await read(given);
      return readRows(session, table, emit, { limit, offset });
    },
    async count(given) {
      const { session, table, emit } = await read(given);
      return countRows(session, table, emit);
    },
    async columns(given, names) {
      const { session, table, emit } = await read(given);
      return readColumns(session, table, names, emit);
    },
    async *batches(given, names, size = batchSize(names.length)) {
      const { session, table, emit } = await read(given);
      yield* readBatches(session, table, names, emit, size);
    },
    async matrix(given, names) {
      const { session, table, emit } = await read(given);
      return readMatrix(session, table, names, emit);
    },
    async materialize(table) {
      if (table.plan.op === 'source') return table;
      const { session, snapshots, emit, table: kept } = await read(table);
      const { hash, rows } = await snapshots.write(session, emitOrdered(kept.plan, emit).sql);
      const plan = checkpoint(table.plan, { snapshot: hash, rows });
      const { base, steps } = table;
      return Table.of({ kind: 'table', plan, base: base === table.plan ? plan : base, steps });
    },
    async fromColumns(ids, columns) {
      const { session, snapshots } = await use();
      return fromColumns(session, snapshots, ids, columns);
    },
    async map(given, names, columns, fn) {
      const { session, snapshots, emit, table } = await read(given);
      const plan = await snapshotOf(session, snapshots, columns, async ({ add }) => {
        for await (const batch of readBatches(
          session,
          table,
          names,
          emit,
          batchSize(names.length),
        )) {
          add(batch.ids, await fn(batch));
        }
      });
      return Table.source(plan);
    },
    async write(given, format, wanted = {}) {
      const all = await read(given);
      return exportTable(all.table, format, wanted, all);
    },
  };
}

async function fromColumns(
  session: Session,
  snapshots: Snapshots,
  ids: ArrayLike<number>,
  columns: readonly NewColumn[],
): Promise<Table> {
  const data = columns.map((column): ArrayLike<Cell> => column.data);
  const described = columns.map(({ column }) => column);
  const plan = await snapshotOf(session, snapshots, described, async ({ add }) => add(ids, data));
  return Table.source(plan);
}

/** A database of its own for the file, which may lie anywhere: no other query can then read it. */
async function importFile(
  { artifacts, memoryLimit, threads, resolveDataset }: TablesOptions,
  caller: Caller,
  { scratch, snapshots }: Opened,
  source: DataSource,
  csv: CsvOptions,
): Promise<ImportResult> {
  const path =
    'bundled' in source
      ? fileURLToPath(source.bundled)
      : await resolveDataset(source.dataset, source.hash);
  const name = 'bundled' in source ? basename(path) : source.dataset;
  const folders = [artifacts, scratch.dir];
  const database = await openDatabase({
    memoryLimit,
    threads,
    folders,
    spill: scratch.spill,
    files: [path],
    connections: 2,
  });
  try {
    const sessionFor = (signal: AbortSignal | undefined): Session =>
      openSession(database, { ...caller, signal });
    const { signal } = caller;
    const tools = { session: sessionFor(signal), sessionFor, snapshots, scratch, signal };
    const { plan, notes, found } = await importCsv(path, name, csv, tools);
    return { table: Table.source(plan), notes, found };
  } catch (error) {
    // Reading and transcoding the file are no queries, but are cancelled and fill the disk all the same.
    if (error instanceof EsteiraError) throw error;
    throw fromDuckDb(error, { memoryMegabytes: database.memoryMegabytes, signal: caller.signal });
  } finally {
    await database.close();
  }
}
