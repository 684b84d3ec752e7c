import type { Chart, ChartAxis } from '#schemas/chart.ts';
import { EsteiraError } from '#schemas/errors.ts';
import { pearsonOf, spearmanOf } from '#nodes/sdk/charts/pairs.ts';
import { chartPorts, NUMBERS, partParam, titleParam } from '#nodes/sdk/charts/params.ts';
import { chartReport } from '#nodes/sdk/charts/report.ts';
import { drawnRows } from '#nodes/sdk/charts/rows.ts';
import { defineNode } from '#nodes/sdk/node.ts';
import { choice, columns, params } from '#nodes/sdk/params.ts';
import { pickColumns } from '#nodes/sdk/pick.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';
import type { Note } from '#nodes/sdk/values.ts';

/** A matrix of more cells cannot be read. */
const MOST_COLUMNS = 30;

export const node = defineNode({
  type: 'correlation',
  version: 1,
  category: 'visualise',
  title: 'Correlation',
  summary: 'Shows which columns of numbers rise and fall together, for each pair.',
  synonyms: ['correlation matrix', 'Pearson', 'Spearman', 'relationship', 'collinearity'],
  params: params({
    columns: columns({
      title: 'Columns',
      description: 'None chosen: every column of numbers.',
      accepts: NUMBERS,
    }),
    method: choice(
      { pearson: 'Along a line (Pearson)', spearman: 'By rank, whatever the curve (Spearman)' },
      { title: 'Measure', default: 'pearson' },
    ),
    part: partParam(),
    title: titleParam(),
  }),
  ...chartPorts,
  line: '{columns, plural, =0 {all numbers} one {# column} other {# columns}}',
  previews: true,
  async run({ params: own, inputs, context: { tables } }) {
    const table = inputs['table'] as Table;
    const { method } = own;
    const all = pickColumns(table, own.columns, NUMBERS).filter(
      ({ role }) => own.columns.length > 0 || (role !== 'id' && role !== 'ignored'),
    );
    if (all.length === 0) throw new EsteiraError('chart-column-none', { expected: NUMBERS.types! });
    const picked = all.slice(0, MOST_COLUMNS);
    const names = picked.map((_, at) => `c${at}`);
    const places = picked.map(({ name }, at) => [names[at]!, name] as const);
    const { rows, notes } = drawnRows(table, own.part, places);
    const pairsOf = method === 'pearson' ? pearsonOf : spearmanOf;
    const found = await pairsOf(tables, rows, names);
    const cut: readonly Note[] =
      picked.length === all.length
        ? []
        : [
            {
              code: 'chart-columns-cut',
              level: 'warning',
              params: { shown: picked.length, count: all.length },
            },
          ];
    const lacking: readonly Note[] =
      found.incomplete === 0
        ? []
        : [{ code: 'chart-pairs-missing', level: 'info', params: { count: found.incomplete } }];
    const groups = picked.map(({ name }) => ({ value: name }));
    const axis: ChartAxis = { type: 'text', scale: 'category', groups };
    const isEmpty = found.pairs.every(([, , r]) => r === null);
    const chart: Omit<Chart, 'version'> = {
      kind: 'correlation',
      title: own.title,
      x: axis,
      y: axis,
      colour: { type: 'float64', scale: 'linear', figure: method },
      fields: ['x', 'y', 'value', 'n'],
      rows: isEmpty ? [] : found.pairs,
    };
    return {
      report: chartReport(chart, { n: found.rows, missing: found.incomplete }, [
        ...notes,
        ...cut,
        ...found.notes,
        ...lacking,
      ]),
    };
  },
});
