import type { Chart, ChartAxis } from '#schemas/chart.ts';
import { binsOf } from '#nodes/sdk/charts/bins.ts';
import { aboveZero, figureAxis, figuresOf } from '#nodes/sdk/charts/figures.ts';
import { ALONG, chartPorts, colourParams, pictureParams } from '#nodes/sdk/charts/params.ts';
import { pickAlong, pickNumber } from '#nodes/sdk/charts/pick.ts';
import { colouredRows, type Placed } from '#nodes/sdk/charts/place.ts';
import { chartReport, missingNote, plainAxis } from '#nodes/sdk/charts/report.ts';
import { isPresent } from '#nodes/sdk/charts/rows.ts';
import { lit } from '#nodes/sdk/expressions/build.ts';
import { defineNode } from '#nodes/sdk/node.ts';
import { choice, column, flag, integer, params } from '#nodes/sdk/params.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';
import { significant } from '#nodes/lib/exact/significant.ts';

/** More bars than these are narrower than the eye. */
const MOST_BINS = 100;
/** More colours than these hide each other. */
const MOST_COLOURS = 4;

type Rows = Chart['rows'];

/** Counts as shares of their own colour, so that parts of different sizes can be compared. */
function asShares(rows: Rows): Rows {
  const colourOf = (row: Rows[number]): number => (row.length === 3 ? row[1]! : 0);
  const totals = new Map<number, number>();
  for (const row of rows) {
    totals.set(colourOf(row), (totals.get(colourOf(row)) ?? 0) + row.at(-1)!);
  }
  return rows.map((row) => [
    ...row.slice(0, -1),
    significant(row.at(-1)! / totals.get(colourOf(row))!),
  ]);
}

export const node = defineNode({
  type: 'histogram',
  version: 1,
  category: 'visualise',
  title: 'Histogram',
  summary: 'Shows how the values of a column are distributed: how many rows in each stretch.',
  synonyms: ['distribution', 'bins', 'frequency', 'density', 'plot', 'graph'],
  params: params({
    x: column({
      title: 'Column',
      description: 'Not chosen: the first column of numbers.',
      accepts: ALONG,
    }),
    bins: integer({
      title: 'Bins',
      description: 'How many stretches; 0 finds a number that suits the values.',
      min: 0,
      max: MOST_BINS,
      default: 0,
    }),
    show: choice(
      { count: 'How many rows', share: 'Share of the rows' },
      { title: 'Height of a bar', default: 'count' },
    ),
    ...colourParams(),
    log: flag({ title: 'Logarithmic axis', default: false }),
    ...pictureParams(),
  }),
  ...chartPorts,
  line: '{x}{bins, plural, =0 {} other { · # bins}}',
  previews: true,
  async run({ params: own, inputs, context: { tables } }) {
    const table = inputs['table'] as Table;
    const hasNumber = table.columns.some(({ type }) => type === 'int64' || type === 'float64');
    const x = own.x === '' && hasNumber ? pickNumber(table, '') : pickAlong(table, own.x);
    const { part, log: isLog } = own;
    const drawn = await colouredRows(tables, table, [['x', x.name]], {
      part,
      by: own.colourBy,
      column: own.colour,
      most: MOST_COLOURS,
    });
    const { colour } = drawn;
    const above = await aboveZero(tables, drawn.rows, 'x', x, isLog);
    const bins = await binsOf(tables, above.rows, 'x', x, {
      bins: own.bins,
      most: MOST_BINS,
      isLog,
    });
    const key = bins?.key ?? lit(null, 'int64');
    const axis: ChartAxis = {
      ...plainAxis(x, isLog, own.xTitle),
      edges: bins?.edges ?? [],
      ...(bins?.step === undefined ? {} : { step: bins.step }),
    };
    const place: Placed = { axis, key, places: axis.edges!.length, notes: [] };
    const rows = bins ? above.rows : above.rows.filter(isPresent('x'));
    const figures = await figuresOf(
      tables,
      rows,
      'count',
      colour ? [place, colour] : [place],
      undefined,
    );
    const missing = bins ? figures.missing : await tables.count(above.rows);
    const chart: Omit<Chart, 'version'> = {
      kind: 'histogram',
      title: own.title,
      x: axis,
      y: figureAxis(own.show, undefined, own.yTitle),
      ...(colour ? { colour: colour.axis } : {}),
      fields: colour ? ['x', 'colour', 'value'] : ['x', 'value'],
      rows: own.show === 'share' ? asShares(figures.rows) : figures.rows,
    };
    return {
      report: chartReport(chart, { n: figures.n, missing }, [
        ...drawn.notes,
        ...above.notes,
        ...missingNote(missing, [x.name]),
      ]),
    };
  },
});
