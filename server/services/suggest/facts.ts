/** What the import of a file found out about its columns, as far as a suggestion needs it. */
import type { Column } from '#schemas/types.ts';
import type { DatasetInspection } from '../types.ts';

export interface ColumnFacts extends Column {
  readonly missing: number;
  readonly distinct: number;
  /** Its values differ in nearly every row, so they name the row. */
  readonly identifier: boolean;
  /** Its dates are those of a series over time. */
  readonly series: boolean;
}

export interface TableFacts {
  readonly rows: number;
  readonly columns: readonly ColumnFacts[];
}

interface Found {
  readonly identifiers?: readonly string[];
  readonly series?: readonly string[];
  readonly columns?: readonly { name: string; missing: number; distinct: number }[];
}

export function factsOf({ schema, rowCount, found }: DatasetInspection): TableFacts {
  const { identifiers = [], series = [], columns = [] } = found as Found;
  const named = new Set(identifiers);
  const lying = new Set(series);
  const counted = new Map(columns.map((column) => [column.name, column]));
  return {
    rows: rowCount,
    columns: schema.columns.map((column) => {
      const { missing = 0, distinct = rowCount } = counted.get(column.name) ?? {};
      const judged = { identifier: named.has(column.name), series: lying.has(column.name) };
      return { ...column, missing, distinct, ...judged };
    }),
  };
}
