/** For tests: CSV text in, typed cells and notes out, through the same door as everything else. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cell, CsvOptions, ImportResult } from '#nodes/sdk/context.ts';
import type { Note } from '#nodes/sdk/values.ts';
import type { Column } from '#schemas/types.ts';
import { openTables, type Tables } from '../../index.ts';

export const AUTO: CsvOptions = {
  delimiter: 'auto',
  encoding: 'auto',
  decimal: 'auto',
  header: 'auto',
  dateFormat: 'auto',
  missing: ['auto'],
  types: {},
};

export interface Imported {
  readonly columns: readonly Column[];
  /** Column types by name. */
  readonly types: { readonly [name: string]: string };
  /** The first 1,000. */
  readonly rows: readonly (readonly Cell[])[];
  row(index: number): Promise<readonly Cell[]>;
  readonly notes: readonly Note[];
  readonly codes: readonly string[];
  readonly found: ImportResult['found'];
  readonly snapshot: string;
}

export interface Importer {
  readonly tables: Tables;
  readonly folder: string;
  text(content: string | Uint8Array, options?: Partial<CsvOptions>): Promise<Imported>;
  file(path: string, options?: Partial<CsvOptions>): Promise<Imported>;
  close(): Promise<void>;
}

export async function openImporter(): Promise<Importer> {
  const folder = await mkdtemp(join(tmpdir(), 'esteira-csv-'));
  const tables = openTables({
    artifacts: join(folder, 'artifacts'),
    tmpDir: join(folder, 'tmp'),
    memoryLimit: '500MB',
    threads: 2,
    resolveDataset: (name) => name,
  });
  const file: Importer['file'] = async (path, options = {}) => {
    const imported = await tables.importCsv({ dataset: path, hash: '' }, { ...AUTO, ...options });
    const { columns, plan } = imported.table;
    const read = async (offset: number, limit: number): Promise<Cell[][]> => {
      const rows = await tables.rows(imported.table, { offset, limit });
      return rows.map((row) => columns.map(({ name }) => row.get(name) ?? null));
    };
    return {
      columns,
      types: Object.fromEntries(columns.map(({ name, type }) => [name, type])),
      rows: await read(0, 1000),
      row: async (index) => (await read(index, 1))[0]!,
      notes: imported.notes,
      codes: imported.notes.map(({ code }) => code),
      found: imported.found,
      snapshot: plan.op === 'source' ? plan.snapshot : '',
    };
  };
  return {
    tables,
    folder,
    file,
    async text(content, options) {
      const path = join(folder, 'input.csv');
      await writeFile(path, content);
      return file(path, options);
    },
    async close() {
      await tables.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
