/** Categories that a model has seen in training, and those of other rows that it has not. */
import type { Column } from '#schemas/types.ts';
import type { TablesPort } from '../context.ts';
import { call, col, lit } from '../expressions/build.ts';
import type { Literal } from '../expressions/types.ts';
import { Table } from '../plan/table.ts';
import type { Note } from '../values.ts';

export interface KnownCategories {
  readonly column: string;
  readonly values: readonly Exclude<Literal, null>[];
}

/** A column with more values than this is rather a text, where new ones are no news. */
const MOST = 1000;
/** Named in a note; the rest are counted. */
const SHOWN = 5;

const isCategory = ({ meaning, type }: Column): boolean =>
  meaning === 'category' && (type === 'text' || type === 'int64');

/** The raw rows behind `table` that are still among its rows. */
export function rawRows(table: Table, names: readonly string[]): Table {
  const raw = Table.fromPlan(table.base).select(names);
  return table.plan === table.base ? raw : raw.attach(table, { columns: [], matching: true });
}

/** What the training rows of `table` have in the raw columns `inputs` that are categories. */
export async function knownCategories(
  table: Table,
  inputs: readonly Column[],
  tables: TablesPort,
): Promise<KnownCategories[]> {
  const training = table.part(['train']);
  const known: KnownCategories[] = [];
  for (const { name } of inputs.filter(isCategory)) {
    const values = rawRows(training, [name])
      .filter(call('not', call('isnull', col(name))))
      .aggregate([{ name: 'value', expr: col(name) }], [])
      .sort([{ expr: col('value') }]);
    const rows = await tables.rows(values, { limit: MOST + 1 });
    if (rows.length > MOST) continue;
    known.push({ column: name, values: rows.map((row) => row.get('value') as string | number) });
  }
  return known;
}

/** A warning for each column of `table` with categories that were not there in training, the commonest named. */
export async function unseenCategories(
  table: Table,
  known: readonly KnownCategories[],
  tables: TablesPort,
): Promise<Note[]> {
  const notes: Note[] = [];
  for (const { column, values } of known) {
    const raw = rawRows(table, [column]);
    const isKnown = call('in', col(column), ...values.map((value) => lit(value)));
    const isNew = values.length === 0 ? lit(true) : call('not', isKnown);
    const unseen = raw
      .filter(call('and', call('not', call('isnull', col(column))), isNew))
      .aggregate([{ name: 'value', expr: col(column) }], [{ name: 'n', fn: 'count', args: [] }]);
    const count = await tables.count(unseen);
    if (count === 0) continue;
    const commonest = unseen.sort([{ expr: col('n'), descending: true }, { expr: col('value') }]);
    const [shown, sum] = await Promise.all([
      tables.rows(commonest, { limit: SHOWN }),
      tables.rows(unseen.aggregate([], [{ name: 'rows', fn: 'sum', args: [col('n')] }])),
    ]);
    const names = shown.map((row) => String(row.get('value')));
    const rows = Number(sum[0]!.get('rows'));
    const params = { column, count, rows, values: names };
    notes.push({ code: 'category-unseen', level: 'warning', params });
  }
  return notes;
}
