import type { Chart } from '#schemas/chart.ts';
import { aboveZero } from '#nodes/sdk/charts/figures.ts';
import {
  ALONG,
  chartPorts,
  colourParams,
  NUMBERS,
  pictureParams,
} from '#nodes/sdk/charts/params.ts';
import { pickNumber } from '#nodes/sdk/charts/pick.ts';
import { chartReport, missingNote, plainAxis } from '#nodes/sdk/charts/report.ts';
import { isPresent } from '#nodes/sdk/charts/rows.ts';
import { sampled } from '#nodes/sdk/charts/sample.ts';
import { pointsOf, quantityRows, trendOf } from '#nodes/sdk/charts/points.ts';
import { call } from '#nodes/sdk/expressions/build.ts';
import { defineNode } from '#nodes/sdk/node.ts';
import { column, flag, integer, params } from '#nodes/sdk/params.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';

export const node = defineNode({
  type: 'scatter-chart',
  version: 1,
  category: 'visualise',
  title: 'Scatter chart',
  summary: 'Draws each row as a point, one column against another, to see what goes together.',
  synonyms: ['scatter plot', 'points', 'dispersion', 'relationship', 'trend', 'plot', 'graph'],
  params: params({
    x: column({
      title: 'Across',
      description: 'Not chosen: the first column of numbers.',
      accepts: ALONG,
    }),
    y: column({
      title: 'Up',
      description: 'Not chosen: the next column of numbers.',
      accepts: NUMBERS,
    }),
    ...colourParams(),
    trend: flag({
      title: 'Trend line',
      description: 'The straight line nearest to all rows, and how well they follow it.',
      default: false,
    }),
    points: integer({
      title: 'Points at most',
      description: 'Of more rows, some are drawn at random, always the same.',
      min: 10,
      max: 5000,
      default: 2000,
    }),
    logX: flag({ title: 'Logarithmic axis across', default: false }),
    logY: flag({ title: 'Logarithmic axis up', default: false }),
    ...pictureParams(),
  }),
  ...chartPorts,
  line: '{y_label, select, none {} other {{y} × }}{x}',
  previews: true,
  async run({ params: own, inputs, context: { tables } }) {
    const table = inputs['table'] as Table;
    const x =
      own.x === ''
        ? pickNumber(table, '', own.y === '' ? [] : [own.y])
        : table.need(own.x, ALONG.types);
    const y = pickNumber(table, own.y, [x.name]);
    const { logX, logY } = own;
    const drawn = await quantityRows(
      tables,
      table,
      [
        ['x', x.name],
        ['y', y.name],
      ],
      {
        part: own.part,
        by: own.colourBy,
        column: own.colour,
      },
    );
    const right = await aboveZero(tables, drawn.rows, 'x', x, logX);
    const above = await aboveZero(tables, right.rows, 'y', y, logY);
    // Missing is a group of its own among values, and no place on a ramp.
    const ramp = drawn.colour && !drawn.colour.axis.groups ? [drawn.colour.axis.column!] : [];
    const needed = ['x', 'y', ...ramp.map(() => 'colour')].map(isPresent);
    const present = above.rows.filter(call('and', ...needed));
    const [all, some] = await Promise.all([
      tables.count(above.rows),
      sampled(tables, present, own.points),
    ]);
    const rows = await pointsOf(tables, some.rows, [x, y], drawn.colour);
    const [axisX, axisY] = [plainAxis(x, logX, own.xTitle), plainAxis(y, logY, own.yTitle)];
    const isPlain = axisX.scale === 'linear' && axisY.scale === 'linear';
    const trend = own.trend && isPlain ? await trendOf(tables, present) : undefined;
    const chart: Omit<Chart, 'version'> = {
      kind: 'scatter',
      title: own.title,
      x: axisX,
      y: axisY,
      ...(drawn.colour ? { colour: drawn.colour.axis } : {}),
      fields: ['x', 'y', ...(drawn.colour ? ['colour'] : [])],
      rows,
      ...(trend ? { trend } : {}),
    };
    const out = all - some.count;
    return {
      report: chartReport(chart, { n: rows.length, missing: out, ...trend }, [
        ...drawn.notes,
        ...right.notes,
        ...above.notes,
        ...some.notes,
        ...(own.trend && !trend && some.count > 0
          ? [{ code: 'chart-trend-none', level: 'info' } as const]
          : []),
        ...missingNote(out, [x.name, y.name, ...ramp]),
      ]),
    };
  },
});
