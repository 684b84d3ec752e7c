/** A few rows that stand for many: drawn by lot, and always the same ones. */
import type { TablesPort } from '../context.ts';
import type { Table } from '../plan/table.ts';
import type { Note } from '../values.ts';

export interface Sampled {
  readonly rows: Table;
  /** Of the whole table. */
  readonly count: number;
  readonly notes: readonly Note[];
}

/** At most `most` rows, by the rank of a hash of the row's identity. */
export async function sampled(tables: TablesPort, rows: Table, most: number): Promise<Sampled> {
  const count = await tables.count(rows);
  if (count <= most) return { rows, count, notes: [] };
  const into = { kind: 'holdout', train: most, validation: 0, test: count - most } as const;
  const params = { shown: most, rows: count };
  return {
    rows: rows.partition({ into, seed: 1 }).part(['train']),
    count,
    notes: [{ code: 'chart-sampled', level: 'info', params }],
  };
}
