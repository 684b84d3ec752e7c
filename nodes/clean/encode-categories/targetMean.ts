/**
 * One number for each category: the mean of the target among its training rows (the share of each class, for a
 * category to predict), mixed with the overall mean as if that had been seen in `smoothing` rows more. Source:
 * Micci-Barreca 2001. Unknown and missing categories get the overall mean.
 */
import type { Column } from '#schemas/types.ts';
import { significant } from '#nodes/lib/exact/significant.ts';
import { exactSum } from '#nodes/lib/exact/exactSum.ts';
import type { Cell } from '#nodes/sdk/context.ts';
import { call, col, lookup } from '#nodes/sdk/expressions/build.ts';
import { classesOf, labelOf, targetOf, taskOf } from '#nodes/sdk/learning/task.ts';
import { freeName } from '#nodes/sdk/plan/names.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';
import { type Encoding, queryName, type Rows } from './encoding.ts';
import { isPresent } from './levels.ts';

const META = { meaning: 'number', role: 'feature' } as const;

type Means = {
  /** The class that it is the share of; null for a number. */
  readonly label: string | null;
  readonly means: readonly (readonly [level: Cell, mean: number])[];
  readonly overall: number;
};

/** Sums of one category: rows, and by class (or for the number itself) what is averaged. */
interface Sums {
  n: number;
  readonly by: Map<string | null, number[]>;
}

/** One row a category and class with `n` rows; or a category with `n` rows and `total` of the numbers. */
function targetQuery(table: Table, { name }: Column): Table {
  const target = targetOf(table);
  const rows = table.filter(isPresent(target.name));
  const level = { name: 'level', expr: col(name) };
  const n = { name: 'n', fn: 'count', args: [] } as const;
  if (taskOf(target) === 'regression') {
    const total = { name: 'total', fn: 'sum', args: [col(target.name)] } as const;
    return rows.aggregate([level], [n, total]);
  }
  return rows.aggregate([level, { name: 'label', expr: call('to_text', col(target.name)) }], [n]);
}

function sumsByLevel(rows: Rows[string]): Map<Cell, Sums> {
  const sums = new Map<Cell, Sums>();
  for (const row of rows) {
    const level = row.get('level') ?? null;
    const label = row.has('label') ? labelOf(row.get('label'), 'text') : null;
    const n = Number(row.get('n'));
    const entry = sums.get(level) ?? { n: 0, by: new Map<string | null, number[]>() };
    entry.n += n;
    const amount = row.has('total') ? Number(row.get('total') ?? 0) : n;
    entry.by.set(label, [...(entry.by.get(label) ?? []), amount]);
    sums.set(level, entry);
  }
  return sums;
}

function meansOf(rows: Rows[string], smoothing: number): Means[] {
  const sums = sumsByLevel(rows);
  const labels = [...new Set([...sums.values()].flatMap((each) => [...each.by.keys()]))];
  const texts = labels.filter((label) => label !== null);
  // The shares of two classes say the same: one is enough.
  const shown = texts.length === 2 ? classesOf(texts).slice(1) : classesOf(texts);
  const wanted = texts.length === 0 ? [null] : shown;
  const total = exactSum([...sums.values()].map((each) => each.n));
  return wanted.map((label) => {
    const of = (each: Sums): number => exactSum(each.by.get(label) ?? []);
    const overall = total > 0 ? exactSum([...sums.values()].map(of)) / total : 0;
    const levels = [...sums].filter(([level]) => level !== null);
    const means = levels.map(([level, each]) => {
      const mean = (of(each) + smoothing * overall) / (each.n + smoothing);
      return [level, significant(mean)] as const;
    });
    return { label, means: means.sort(byLevel), overall: significant(overall) };
  });
}

function byLevel([a]: readonly [Cell, number], [b]: readonly [Cell, number]): number {
  return a! < b! ? -1 : a! > b! ? 1 : 0;
}

export const targetMean: Encoding<readonly Means[]> = {
  queries: (table, columns) =>
    Object.fromEntries(columns.map((column, at) => [queryName(at), targetQuery(table, column)])),
  state: (rows, columns, { smoothing }) => ({
    columns: columns.map(({ name }, at) => [name, meansOf(rows[queryName(at)] ?? [], smoothing)]),
  }),
  encode(fitted, columns, taken) {
    const entries = new Map(fitted.columns);
    return columns.map(({ name }) => {
      const projections = (entries.get(name) ?? []).map(({ label, means, overall }) => {
        const shown = label === null ? `mean of ${name}` : `share of ${label} by ${name}`;
        const expr = lookup(col(name), means, 'float64', overall);
        return { name: freeName(shown, '′', taken), expr, meta: META };
      });
      return { column: name, projections };
    });
  },
  declare(table, { name }): Column[] {
    const target = targetOf(table);
    if (taskOf(target) === 'regression')
      return [{ ...META, name: `mean of ${name}`, type: 'float64' }];
    const family = { name: `share of * by ${name}`, presence: 'many', of: name } as const;
    return [{ ...META, ...family, type: 'float64' }];
  },
};
