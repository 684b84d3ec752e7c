/**
 * Queries that can be cancelled. Everything asked of DuckDB goes through here: a connection of its own, interrupt on
 * abort, progress, failures in words.
 */
import type { DuckDBConnection, DuckDBDataChunk, DuckDBValue } from '@duckdb/node-api';
import type { Progress } from '#nodes/sdk/context.ts';
import type { Database } from './database.ts';
import { fromDuckDb } from './failures.ts';

/** Whom a query serves. */
export interface Caller {
  readonly signal?: AbortSignal | undefined;
  /**
   * Called about five times a second while a query runs; `done` of `total` is in per cent. DuckDB stays silent on some
   * queries.
   */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

export interface Session {
  /** Rows changed, for a statement. */
  run(sql: string): Promise<number>;
  /** A small result whole, by rows. */
  read(sql: string): Promise<DuckDBValue[][]>;
  /** A result in chunks of at most 2,048 rows; stopping early is allowed. */
  stream(sql: string): AsyncGenerator<DuckDBDataChunk>;
  /** Several statements, or an appender, on one connection. */
  use<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T>;
}

const PROGRESS_MS = 200;

export function openSession(database: Database, caller: Caller = {}): Session {
  const context = { memoryMegabytes: database.memoryMegabytes, signal: caller.signal };
  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      caller.signal?.throwIfAborted();
      return await work();
    } catch (error) {
      throw fromDuckDb(error, context);
    }
  };

  const use = <T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> =>
    guard(async () => {
      const connection = await database.lend();
      const stop = watch(connection, caller);
      try {
        caller.signal?.throwIfAborted();
        return await work(connection);
      } finally {
        stop();
        database.giveBack(connection);
      }
    });

  async function* stream(sql: string): AsyncGenerator<DuckDBDataChunk> {
    const connection = await guard(() => database.lend());
    const stop = watch(connection, caller);
    let ended = false;
    try {
      const result = await guard(() => connection.stream(sql));
      for (;;) {
        const chunk = await guard(() => result.fetchChunk());
        if (chunk === null || chunk.rowCount === 0) break;
        yield chunk;
      }
      ended = true;
    } finally {
      stop();
      // An unread rest would hold its memory until the connection's next query.
      if (!ended) await connection.run('SELECT 1').catch(() => undefined);
      database.giveBack(connection);
    }
  }

  return {
    use,
    stream,
    run: (sql) => use(async (connection) => (await connection.run(sql)).rowsChanged),
    read: (sql) => use(async (connection) => (await connection.runAndReadAll(sql)).getRows()),
  };
}

/** Interrupts on abort and reports progress until the returned function is called. */
function watch(connection: DuckDBConnection, { signal, onProgress }: Caller): () => void {
  const interrupt = (): void => connection.interrupt();
  signal?.addEventListener('abort', interrupt, { once: true });
  const timer =
    onProgress === undefined
      ? undefined
      : setInterval(() => {
          const { percentage } = connection.progress;
          // -1 until DuckDB knows how much there is to do.
          if (percentage >= 0) onProgress({ done: percentage, total: 100, unit: '%' });
        }, PROGRESS_MS);
  timer?.unref();
  return () => {
    clearInterval(timer);
    signal?.removeEventListener('abort', interrupt);
  };
}
