import type { Column } from '#schemas/types.ts';
import { significant } from '#nodes/lib/exact/significant.ts';
import { call, col, lit } from '#nodes/sdk/expressions/build.ts';
import type { Literal } from '#nodes/sdk/expressions/types.ts';
import { defineNode } from '#nodes/sdk/node.ts';
import { choice, columns, flag, number, params, text, type Accepts } from '#nodes/sdk/params.ts';
import { pickColumns } from '#nodes/sdk/pick.ts';
import { freeName, nameKey } from '#nodes/sdk/plan/names.ts';
import type { Measure, Projection } from '#nodes/sdk/plan/types.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';

/** Dates have no sensible filling of their own: date parts make numbers of them first. */
const FILLABLE: Accepts = { types: ['int64', 'float64', 'text', 'bool'], roles: ['feature'] };

interface Params {
  readonly columns: readonly string[];
  readonly numbers: 'mean' | 'median' | 'mode' | 'constant';
  readonly number: number;
  readonly categories: 'mode' | 'constant';
  readonly category: string;
  readonly mark: boolean;
}

type Filling = readonly [column: string, value: Literal];

const isNumber = (column: Column): boolean => column.type === 'int64' || column.type === 'float64';

/** What stands in for a column in which nothing is present to learn from. */
const fallback = (column: Column): Literal =>
  isNumber(column) ? 0 : column.type === 'bool' ? false : '';

const MEASURES = { mean: 'mean', median: 'median', mode: 'mode' } as const;

function methodOf(column: Column, { numbers, categories }: Params): Measure['fn'] | undefined {
  const method = isNumber(column) ? numbers : categories;
  return method === 'constant' ? undefined : MEASURES[method];
}

function constantOf(column: Column, { number: chosen, category }: Params): Literal {
  if (isNumber(column)) return chosen;
  return column.type === 'bool' ? /^(true|1|sim|yes)$/i.test(category) : category;
}

function filled(column: Column, value: Literal): Projection {
  const { name, type } = column;
  // The mean of whole numbers is rarely whole: such a column becomes one of decimals.
  const whole = type !== 'int64' || Number.isSafeInteger(value);
  return { name, expr: call('coalesce', col(name), lit(value, whole ? type : 'float64')) };
}

const META = { meaning: 'category', role: 'feature' } as const;

/** Under names that are free: no column of the table is lost. */
function marks(table: Table, chosen: readonly Column[], { mark }: Params): Projection[] {
  if (!mark) return [];
  const taken = new Set(table.columns.map(({ name }) => nameKey(name)));
  return chosen.map(({ name }) => {
    const free = freeName(`${name} was missing`, '_', taken);
    return { name: free, expr: call('isnull', col(name)), meta: META };
  });
}

const pick = (table: Table, own: Params): readonly Column[] =>
  pickColumns(table, own.columns, FILLABLE);

export const node = defineNode({
  type: 'fill-missing',
  version: 1,
  category: 'clean',
  title: 'Fill missing values',
  summary: 'Puts a sensible value where one is missing, learned from the training rows.',
  synonyms: ['impute', 'NA', 'null', 'empty', 'missing data'],
  params: params({
    columns: columns({
      title: 'Columns',
      description: 'None chosen: every feature except dates.',
      accepts: FILLABLE,
    }),
    numbers: choice(
      { mean: 'Mean', median: 'Median', mode: 'Most common', constant: 'A fixed number' },
      { title: 'Fill numbers with', default: 'median' },
    ),
    number: number({
      title: 'Number',
      default: 0,
      when: { param: 'numbers', is: ['constant'] },
    }),
    categories: choice(
      { mode: 'Most common', constant: 'A fixed text' },
      { title: 'Fill texts and categories with', default: 'mode' },
    ),
    category: text({
      title: 'Text',
      default: 'missing',
      when: { param: 'categories', is: ['constant'] },
    }),
    mark: flag({
      title: 'Remember where values were missing',
      description:
        'Adds a yes/no column for each: that a value is missing often says something itself.',
      default: false,
    }),
  }),
  inputs: { table: { type: 'table', title: 'Table' } },
  outputs: { table: { type: 'table', title: 'Table' } },
  line: '{numbers_label} in {columns, plural, =0 {all features} one {# column} other {# columns}}',
  fit({ params: own, table }) {
    const chosen = pick(table, own);
    const measured = chosen.flatMap((column, at): Measure[] => {
      const fn = methodOf(column, own);
      return fn ? [{ name: `m${at}`, fn, args: [col(column.name)] }] : [];
    });
    return {
      queries: measured.length > 0 ? { fillings: table.aggregate([], measured) } : {},
      state(rows) {
        const row = rows['fillings']?.[0];
        const fillings = chosen.map((column, at): Filling => {
          if (!methodOf(column, own)) return [column.name, constantOf(column, own)];
          const value = row?.get(`m${at}`) ?? fallback(column);
          return [column.name, typeof value === 'number' ? significant(value) : value];
        });
        return { fillings };
      },
    };
  },
  apply({ params: own, state, table }) {
    const values = new Map(state.fillings);
    const chosen = pick(table, own);
    return table.derive([
      ...chosen.map((column) => filled(column, values.get(column.name) ?? fallback(column))),
      ...marks(table, chosen, own),
    ]);
  },
  declare({ params: own, table }) {
    const chosen = pick(table, own);
    // Whether a mean is whole shows only in the run, but that a mean may not be is known.
    const decimals = own.numbers === 'mean' || own.numbers === 'median';
    const value = (column: Column): Literal =>
      decimals && isNumber(column) ? 0.5 : fallback(column);
    const filling = chosen.map((column) => filled(column, value(column)));
    return table.derive([...filling, ...marks(table, chosen, own)]).schema;
  },
});
