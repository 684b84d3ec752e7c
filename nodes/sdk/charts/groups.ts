/** The values of a column that stand by themselves in a picture, and what becomes of all others. */
import type { ChartGroup } from '#schemas/chart.ts';
import type { Column } from '#schemas/types.ts';
import type { Cell, TablesPort } from '../context.ts';
import { col, lookup } from '../expressions/build.ts';
import type { Expr } from '../expressions/types.ts';
import { compareText } from '../expressions/values/compareText.ts';
import type { Measure } from '../plan/types.ts';
import type { Table } from '../plan/table.ts';
import type { Note } from '../values.ts';
import { isMissing, isPresent } from './rows.ts';

export interface Groups {
  readonly groups: readonly ChartGroup[];
  /** The place of a row's group, from 0. */
  readonly key: Expr;
  readonly notes: readonly Note[];
}

export interface GroupOptions {
  readonly most: number;
  /** Decides who stands alone, the largest first; how many rows, where absent. */
  readonly rank?: Measure | undefined;
  /** Decides the order of those who do; `rank` where absent. */
  readonly figure?: Measure | undefined;
  readonly order: 'value' | 'figure';
}

const COUNT: Omit<Measure, 'name'> = { fn: 'count', args: [] };

type Value = Exclude<Cell, null>;

/** Labels are read on a screen; the rest of a long text tells nothing there. */
const LONGEST = 120;

/** One value more than `most` is no reason to hide two behind a word. Missing is a group of its own, the last one. */
export async function groupsOf(
  tables: TablesPort,
  rows: Table,
  name: string,
  column: Column,
  { most, rank, figure, order }: GroupOptions,
): Promise<Groups> {
  const counted = rows.filter(isPresent(name)).aggregate(
    [{ name: 'value', expr: col(name) }],
    [
      { ...(rank ?? COUNT), name: 'rank' },
      { ...(figure ?? rank ?? COUNT), name: 'figure' },
    ],
  );
  const [total, missing] = await Promise.all([
    tables.count(counted),
    tables.count(rows.filter(isMissing(name))),
  ]);
  const shown = total <= most + 1 ? total : most;
  const ranked = counted
    .sort([{ expr: col('rank'), descending: true }, { expr: col('value') }])
    .limit(shown);
  const found = (await tables.rows(ranked, { limit: shown })).map((row) => ({
    value: row.get('value') as Value,
    figure: row.get('figure') as number | null,
  }));
  const byValue = inOrder(column);
  found.sort((a, b) =>
    order === 'value'
      ? byValue(a.value, b.value)
      : (b.figure ?? -Infinity) - (a.figure ?? -Infinity) || byValue(a.value, b.value),
  );
  const others = total - shown;
  return {
    groups: [
      ...found.map(({ value }) => ({ value: label(value) })),
      ...(others > 0 ? [{ others }] : []),
      ...(missing > 0 ? [{ missing: true as const }] : []),
    ],
    key: keyOf(
      name,
      found.map(({ value }) => value),
      { others, missing },
    ),
    notes:
      others > 0
        ? [
            {
              code: 'chart-groups-joined',
              level: 'info',
              params: { column: column.name, shown, others },
            },
          ]
        : [],
  };
}

function keyOf(
  name: string,
  values: readonly Value[],
  { others, missing }: { readonly others: number; readonly missing: number },
): Expr {
  const rest = values.length;
  const known = values.map((value, at) => [value, at] as const);
  const unknown = missing > 0 ? [[null, others > 0 ? rest + 1 : rest] as const] : [];
  return lookup(col(name), [...known, ...unknown], 'int64', others > 0 ? rest : null);
}

const label = (value: Value): Value =>
  typeof value === 'string' && value.length > LONGEST
    ? `${value.slice(0, LONGEST).toWellFormed()}…`
    : value;

/** As people put them: known levels as they are known, numbers and days rising, texts by code point. */
function inOrder({ levels = [] }: Column): (a: Value, b: Value) => number {
  const places = new Map(levels.map((level, at) => [level, at]));
  const place = (value: Value): number => places.get(String(value)) ?? levels.length;
  return (a, b) => {
    if (typeof a === 'string') return place(a) - place(b) || compareText(a, b as string);
    return Number(a) - Number(b);
  };
}
