import type { Chart } from '#schemas/chart.ts';
import { alongOf, withoutGaps } from '#nodes/sdk/charts/along.ts';
import { aboveZero, figureAxis, figureColumnOf, figuresOf } from '#nodes/sdk/charts/figures.ts';
import {
  ALONG,
  chartPorts,
  colourParams,
  figureColumn,
  figureParam,
  pictureParams,
} from '#nodes/sdk/charts/params.ts';
import { pickAlong } from '#nodes/sdk/charts/pick.ts';
import { colouredRows } from '#nodes/sdk/charts/place.ts';
import { chartReport, missingNote } from '#nodes/sdk/charts/report.ts';
import { defineNode } from '#nodes/sdk/node.ts';
import { choice, column, flag, params } from '#nodes/sdk/params.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';

export const node = defineNode({
  type: 'line-chart',
  version: 1,
  category: 'visualise',
  title: 'Line chart',
  summary: 'Draws how a figure goes along time or along a number: sales by month, risk by age.',
  synonyms: ['time series', 'trend', 'evolution', 'curve', 'over time', 'plot', 'graph'],
  params: params({
    x: column({
      title: 'Along',
      description: 'Not chosen: the first date, or else the first column of numbers.',
      accepts: ALONG,
    }),
    step: choice(
      {
        auto: 'As suits the dates',
        day: 'Day',
        week: 'Week',
        month: 'Month',
        quarter: 'Quarter',
        year: 'Year',
        hour: 'Hour',
      },
      { title: 'A point for each (dates)', default: 'auto' },
    ),
    figure: figureParam('mean'),
    y: figureColumn(),
    ...colourParams(),
    log: flag({ title: 'Logarithmic axis up', default: false }),
    ...pictureParams(),
  }),
  ...chartPorts,
  line: '{figure_label}{figure, select, count {} other {{y_label, select, none {} other { · {y}}}}}{x_label, select, none {} other { · {x}}}',
  previews: true,
  async run({ params: own, inputs, context: { tables } }) {
    const table = inputs['table'] as Table;
    const { figure, log: isLog } = own;
    const x = pickAlong(table, own.x);
    const y = figureColumnOf(table, figure, own.y, [x.name]);
    const places = [['x', x.name], ...(y ? [['y', y.name] as const] : [])] as const;
    const { part, colourBy: by, colour: chosen } = own;
    const drawn = await colouredRows(tables, table, places, { part, by, column: chosen });
    const { colour } = drawn;
    const above = y
      ? await aboveZero(tables, drawn.rows, 'y', y, isLog)
      : { rows: drawn.rows, notes: [] };
    const along = await alongOf(tables, above.rows, x, own.step, own.xTitle);
    const keys = colour ? [along, colour] : [along];
    const figures = await figuresOf(tables, above.rows, figure, keys, y);
    const rows = withoutGaps(figures.rows, along, figure === 'count' && !isLog);
    const scale = isLog ? 'log' : 'linear';
    const chart: Omit<Chart, 'version'> = {
      kind: 'line',
      title: own.title,
      x: along.axis,
      y: { ...figureAxis(figure, y, own.yTitle), scale },
      ...(colour ? { colour: colour.axis } : {}),
      fields: colour ? ['x', 'colour', 'value'] : ['x', 'value'],
      rows,
    };
    const { n, missing } = figures;
    return {
      report: chartReport(chart, { n, missing }, [
        ...drawn.notes,
        ...above.notes,
        ...along.notes,
        ...missingNote(missing, [x.name, colour?.axis.column]),
        ...figures.notes,
      ]),
    };
  },
});
