/**
 * One in-memory DuckDB, closed off: no extension is loaded or fetched, no file outside the given folders is touched,
 * no setting can be changed any more.
 *
 * Connections are lent, one for each query or stream: a second query on a connection with an open stream silently
 * cuts the stream short. The first ones are made before the settings are locked, because progress is a connection's
 * own setting.
 */
import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { quoteText } from '#nodes/sdk/expressions/sql/quote.ts';

export interface DatabaseOptions {
  /** As DuckDB says it: '2GB', '512MB'. */
  readonly memoryLimit: string;
  /** Default: the machine's cores. Never less than 2 (see openDatabase). */
  readonly threads?: number | undefined;
  readonly spill: string;
  /** Folders that may be read and written. */
  readonly folders: readonly string[];
  /** Single files that may be read. */
  readonly files?: readonly string[];
  /** How many connections can tell their progress; beyond them there are others that cannot. Default 8. */
  readonly connections?: number;
}

export interface Database {
  readonly memoryMegabytes: number;
  /** Never waits: whoever reads a stream may ask for another connection before it gives its own back. */
  lend(): Promise<DuckDBConnection>;
  giveBack(connection: DuckDBConnection): void;
  /** Interrupts what still runs and waits for it: closing beneath a running query would crash the process. */
  close(): Promise<void>;
}

// A progress bar is what makes DuckDB count; it must not print.
const COUNTING =
  'SET enable_progress_bar=true; SET enable_progress_bar_print=false; SET progress_bar_time=0';

export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  await mkdir(options.spill, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: options.memoryLimit,
    // With a single thread DuckDB writes Parquet by another operator, whose row groups differ: the same rows would
    // have another hash. From two on the bytes do not depend on the number.
    threads: String(Math.max(2, options.threads ?? availableParallelism())),
    temp_directory: options.spill,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    preserve_insertion_order: 'true',
  });
  const counting: DuckDBConnection[] = [];
  for (let i = 0; i < (options.connections ?? 8); i++) {
    const connection = await instance.connect();
    await connection.run(COUNTING);
    counting.push(connection);
  }
  await counting[0]!.run(lock(options));
  const memoryMegabytes = await readMemoryLimit(counting[0]!);
  return { memoryMegabytes, ...pool(instance, counting) };
}

function lock({ folders, files = [] }: DatabaseOptions): string {
  const list = (paths: readonly string[]): string => `[${paths.map(quoteText).join(', ')}]`;
  return [
    // Time zones never enter a result.
    "SET GLOBAL TimeZone='UTC'",
    // These make joins of an IN with five constants or more and of a LIMIT; rows then come in any order, although the
    // statement keeps it.
    "SET GLOBAL disabled_optimizers='in_clause,late_materialization'",
    `SET allowed_directories=${list(folders)}`,
    `SET allowed_paths=${list(files)}`,
    'SET enable_external_access=false',
    'SET lock_configuration=true',
  ].join(';');
}

async function readMemoryLimit(connection: DuckDBConnection): Promise<number> {
  const reader = await connection.runAndReadAll(
    "SELECT parse_formatted_bytes(current_setting('memory_limit')) / 1000000",
  );
  return Math.round(Number(reader.getRows()[0]?.[0] ?? 0));
}

function pool(instance: DuckDBInstance, counting: readonly DuckDBConnection[]) {
  const free = [...counting];
  const lent = new Set<DuckDBConnection>();
  return {
    async lend(): Promise<DuckDBConnection> {
      const connection = free.pop() ?? (await instance.connect());
      lent.add(connection);
      return connection;
    },
    giveBack(connection: DuckDBConnection): void {
      lent.delete(connection);
      if (counting.includes(connection)) free.push(connection);
      else connection.closeSync();
    },
    async close(): Promise<void> {
      // A query that was about to start misses the first interrupt.
      while (lent.size > 0) {
        for (const connection of lent) connection.interrupt();
        await setTimeout(10);
      }
      for (const connection of free) connection.closeSync();
      instance.closeSync();
    },
  };
}
