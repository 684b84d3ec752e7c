import type { Chart } from '#schemas/chart.ts';
import { figureAxis, figureColumnOf, figuresOf } from '#nodes/sdk/charts/figures.ts';
import { chartPorts, figureColumn, figureParam, pictureParams } from '#nodes/sdk/charts/params.ts';
import { pickCategory } from '#nodes/sdk/charts/pick.ts';
import { placeOf } from '#nodes/sdk/charts/place.ts';
import { chartReport, missingNote } from '#nodes/sdk/charts/report.ts';
import { drawnRows } from '#nodes/sdk/charts/rows.ts';
import { defineNode } from '#nodes/sdk/node.ts';
import { column, integer, params } from '#nodes/sdk/params.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';

export const node = defineNode({
  type: 'heatmap',
  version: 1,
  category: 'visualise',
  title: 'Heatmap',
  summary: 'Crosses two columns and shows by colour how many rows, or which mean, each pair has.',
  synonyms: ['heat map', 'cross table', 'contingency', 'matrix', 'density', 'plot', 'graph'],
  params: params({
    x: column({ title: 'Across', description: 'Not chosen: the first category.' }),
    y: column({ title: 'Down', description: 'Not chosen: the next category.' }),
    figure: figureParam('count'),
    value: figureColumn(),
    top: integer({
      title: 'Columns and lines at most',
      description: 'Other values are put together. Numbers and dates of more values are grouped.',
      min: 2,
      max: 50,
      default: 15,
    }),
    ...pictureParams(),
  }),
  ...chartPorts,
  line: '{y_label, select, none {} other {{y} × }}{x}{figure, select, count {} other { · {figure_label}{value_label, select, none {} other { · {value}}}}}',
  previews: true,
  async run({ params: own, inputs, context: { tables } }) {
    const table = inputs['table'] as Table;
    const { figure, top: most } = own;
    const x = pickCategory(table, own.x, own.y === '' ? [] : [own.y]);
    const y = pickCategory(table, own.y, [x.name]);
    const value = figureColumnOf(table, figure, own.value, [x.name, y.name]);
    const { rows, notes } = drawnRows(table, own.part, [
      ['x', x.name],
      ['down', y.name],
      ...(value ? [['y', value.name] as const] : []),
    ]);
    const options = { most, bins: most, order: 'value' } as const;
    const [across, down] = await Promise.all([
      placeOf(tables, rows, 'x', x, { ...options, title: own.xTitle }),
      placeOf(tables, rows, 'down', y, { ...options, title: own.yTitle }),
    ]);
    const figures = await figuresOf(tables, rows, figure, [across, down], value);
    const chart: Omit<Chart, 'version'> = {
      kind: 'heatmap',
      title: own.title,
      x: across.axis,
      y: down.axis,
      colour: figureAxis(figure, value, ''),
      fields: ['x', 'y', 'value'],
      rows: figures.rows,
    };
    const { n, missing } = figures;
    return {
      report: chartReport(chart, { n, missing }, [
        ...notes,
        ...across.notes,
        ...down.notes,
        ...missingNote(missing, [x.name, y.name]),
        ...figures.notes,
      ]),
    };
  },
});
