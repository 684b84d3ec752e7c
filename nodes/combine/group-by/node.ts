import { EsteiraError } from '#schemas/errors.ts';
import { col } from '#nodes/sdk/expressions/build.ts';
import { defineNode } from '#nodes/sdk/node.ts';
import { choice, column, columns, flag, list, number, params, text } from '#nodes/sdk/params.ts';
import { freeName, nameKey } from '#nodes/sdk/plan/names.ts';
import type { Measure } from '#nodes/sdk/plan/types.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';

/** What can be said of the values of a group, in the words that new names end with. */
const FIGURES = {
  mean: 'Mean',
  sum: 'Sum',
  min: 'Lowest',
  max: 'Highest',
  median: 'Median',
  quantile: 'Quantile',
  stddev: 'Standard deviation',
  variance: 'Variance',
  mode: 'Most common',
  count: 'How many present',
  count_missing: 'How many missing',
  count_distinct: 'How many different',
} as const;

interface Params {
  readonly keys: readonly string[];
  readonly measures: readonly {
    readonly column: string;
    readonly fn: keyof typeof FIGURES;
    readonly q: number;
    readonly name: string;
  }[];
  readonly count: boolean;
  readonly countName: string;
}

/** Names that a person gave stand as they are; the others make way for them. */
function measuresOf({ keys, measures, count, countName }: Params): readonly Measure[] {
  const given = measures.map(({ name }) => name.trim());
  const taken = new Set([...keys, ...given].map(nameKey));
  const counted: Measure[] = count
    ? [{ name: freeName(countName.trim() || 'count', '_', taken), fn: 'count', args: [] }]
    : [];
  const figures = measures.map(({ column: of, fn, q }, at): Measure => {
    if (of === '')
      throw new EsteiraError('columns-not-chosen', {}, { path: `/measures/${at}/column` });
    const name = given[at] || freeName(`${of} ${fn.replace('_', ' ')}`, '_', taken);
    return { name, fn, args: [col(of)], ...(fn === 'quantile' ? { q } : {}) };
  });
  return [...counted, ...figures];
}

export const node = defineNode({
  type: 'group-by',
  version: 1,
  category: 'combine',
  title: 'Group by',
  summary: 'Makes one row of each group of rows, with counts, sums, means and more.',
  synonyms: ['aggregate', 'summarise', 'pivot table', 'totals', 'count', 'mean'],
  params: params({
    keys: columns({
      title: 'Groups',
      description: 'One row for each combination of their values. None chosen: one row in all.',
    }),
    measures: list(
      params({
        column: column({ title: 'Column' }),
        fn: choice(FIGURES, { title: 'Figure', default: 'mean' }),
        q: number({
          title: 'Share of the values below it',
          min: 0,
          max: 1,
          default: 0.9,
          when: { param: 'fn', is: ['quantile'] },
        }),
        name: text({
          title: 'Name',
          description: 'Empty: made of the column and the figure.',
          maxLength: 1000,
        }),
      }),
      { title: 'Figures of each group' },
    ),
    count: flag({ title: 'Count the rows', default: true }),
    countName: text({
      title: 'Name of the count',
      default: 'count',
      maxLength: 1000,
      when: { param: 'count', is: [true] },
    }),
  }),
  inputs: { table: { type: 'table', title: 'Table' } },
  outputs: { table: { type: 'table', title: 'Table' } },
  line: '{measures, plural, =0 {rows} one {# figure} other {# figures}} {keys, plural, =0 {in all} one {by # column} other {by # columns}}',
  plan({ params: own, inputs }): Table {
    const table = inputs['table'] as Table;
    return table.aggregate(own.keys, measuresOf(own));
  },
});
