/** For tests: tables in a folder of their own. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Column, ValueType } from '#schemas/types.ts';
import { openTables, type Tables } from '../../index.ts';

export interface Place {
  readonly tables: Tables;
  readonly folder: string;
  /** The bytes of an artifact. */
  bytes(hash: string): Promise<Buffer>;
  close(): Promise<void>;
}

export async function openPlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), "esteira's [tables] "));
  const tables = openTables({
    artifacts: join(folder, 'artifacts'),
    tmpDir: join(folder, 'tmp'),
    memoryLimit: '500MB',
    threads: 2,
    resolveDataset: (name) => name,
  });
  return {
    tables,
    folder,
    bytes: (hash) => readFile(join(folder, 'artifacts', hash.slice(0, 2), hash)),
    async close() {
      await tables.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export function column(name: string, type: ValueType): Column {
  const number = type === 'int64' || type === 'float64';
  return { name, type, meaning: number ? 'number' : 'category', role: 'feature' };
}
