import type { Chart } from '#schemas/chart.ts';
import {
  chartPorts,
  colourParams,
  figureColumn,
  figureParam,
  pictureParams,
  type Figure,
} from '#nodes/sdk/charts/params.ts';
import { figureAxis, figureColumnOf, figuresOf, measureOf } from '#nodes/sdk/charts/figures.ts';
import { pickCategory } from '#nodes/sdk/charts/pick.ts';
import { colouredRows, placeOf } from '#nodes/sdk/charts/place.ts';
import { chartReport, missingNote } from '#nodes/sdk/charts/report.ts';
import { defineNode } from '#nodes/sdk/node.ts';
import { choice, column, integer, params } from '#nodes/sdk/params.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';

/** Totals are worth a bar for their size; a mean is, for the rows that stand behind it. */
const rankOf = (figure: Figure) =>
  figure === 'sum' || figure === 'count' ? { rank: measureOf(figure) } : {};

export const node = defineNode({
  type: 'bar-chart',
  version: 1,
  category: 'visualise',
  title: 'Bar chart',
  summary: 'Draws a bar for each category: how many rows, or a mean, a sum or another figure.',
  synonyms: ['column chart', 'bars', 'count by category', 'frequency', 'plot', 'graph'],
  params: params({
    x: column({
      title: 'A bar for each',
      description: 'Not chosen: the first category. Numbers and dates of many values are grouped.',
    }),
    figure: figureParam('count'),
    y: figureColumn(),
    ...colourParams(),
    layout: choice(
      {
        grouped: 'Beside each other',
        stacked: 'On top of each other',
        shares: 'As shares of 100%',
      },
      {
        title: 'Colours stand',
        default: 'grouped',
        when: { param: 'colourBy', is: ['column', 'part'] },
      },
    ),
    sort: choice(
      { auto: 'As suits the column', figure: 'Largest first', value: 'By name' },
      { title: 'Order', default: 'auto' },
    ),
    top: integer({
      title: 'Bars at most',
      description: 'The others are put together in one.',
      min: 1,
      max: 100,
      default: 20,
    }),
    ...pictureParams(),
  }),
  ...chartPorts,
  line: '{figure_label}{figure, select, count {} other {{y_label, select, none {} other { · {y}}}}}{x_label, select, none {} other { · {x}}}',
  previews: true,
  async run({ params: own, inputs, context: { tables } }) {
    const table = inputs['table'] as Table;
    const { figure, sort, top } = own;
    const x = pickCategory(table, own.x, own.y === '' ? [] : [own.y]);
    const y = figureColumnOf(table, figure, own.y, [x.name]);
    const { rows, colour, notes } = await colouredRows(
      tables,
      table,
      [['x', x.name], ...(y ? [['y', y.name] as const] : [])],
      { part: own.part, by: own.colourBy, column: own.colour },
    );
    const named = x.type === 'text' && x.levels === undefined;
    const place = await placeOf(tables, rows, 'x', x, {
      most: top,
      bins: top,
      ...rankOf(figure),
      figure: measureOf(figure),
      order: sort === 'auto' ? (named ? 'figure' : 'value') : sort,
      title: own.xTitle,
    });
    const keys = colour ? [place, colour] : [place];
    const figures = await figuresOf(tables, rows, figure, keys, y);
    const chart: Omit<Chart, 'version'> = {
      kind: 'bar',
      title: own.title,
      x: place.axis,
      y: figureAxis(figure, y, own.yTitle),
      ...(colour ? { colour: colour.axis, layout: own.layout } : {}),
      fields: colour ? ['x', 'colour', 'value'] : ['x', 'value'],
      rows: figures.rows,
    };
    const { n, missing } = figures;
    return {
      report: chartReport(chart, { n, missing }, [
        ...notes,
        ...place.notes,
        ...missingNote(missing, [x.name, colour?.axis.column]),
        ...figures.notes,
      ]),
    };
  },
});
