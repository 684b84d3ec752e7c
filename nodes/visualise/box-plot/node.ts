import type { Chart } from '#schemas/chart.ts';
import { boxesOf } from '#nodes/sdk/charts/boxes.ts';
import { aboveZero } from '#nodes/sdk/charts/figures.ts';
import { chartPorts, groupParams, NUMBERS, pictureParams } from '#nodes/sdk/charts/params.ts';
import { pickNumber } from '#nodes/sdk/charts/pick.ts';
import { colouredRows, type Placed } from '#nodes/sdk/charts/place.ts';
import { chartReport, missingNote, plainAxis, titled } from '#nodes/sdk/charts/report.ts';
import { isPresent } from '#nodes/sdk/charts/rows.ts';
import { lit } from '#nodes/sdk/expressions/build.ts';
import { defineNode } from '#nodes/sdk/node.ts';
import { column, flag, integer, params } from '#nodes/sdk/params.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';

const alone: Placed = {
  axis: { type: 'text', scale: 'category', groups: [] },
  key: lit(0),
  places: 1,
  notes: [],
};

export const node = defineNode({
  type: 'box-plot',
  version: 1,
  category: 'visualise',
  title: 'Box plot',
  summary:
    'Compares how a number is spread in each group: the middle, the usual range, the outliers.',
  synonyms: ['box and whiskers', 'quartiles', 'median', 'outliers', 'spread', 'plot', 'graph'],
  params: params({
    y: column({
      title: 'Column',
      description: 'Not chosen: the first column of numbers.',
      accepts: NUMBERS,
    }),
    ...groupParams(),
    top: integer({
      title: 'Boxes at most',
      description: 'The other groups are put together in one.',
      min: 1,
      max: 50,
      default: 12,
      when: { param: 'groupBy', is: ['column'] },
    }),
    points: flag({ title: 'Show outliers', default: true }),
    log: flag({ title: 'Logarithmic axis', default: false }),
    ...pictureParams(),
  }),
  ...chartPorts,
  line: '{y}{groupBy, select, none {} part { · {groupBy_label}} other {{group_label, select, none {} other { · {group}}}}}',
  previews: true,
  async run({ params: own, inputs, context: { tables } }) {
    const table = inputs['table'] as Table;
    const y = pickNumber(table, own.y, own.groupBy === 'column' ? [own.group] : []);
    const drawn = await colouredRows(tables, table, [['y', y.name]], {
      part: own.part,
      by: own.groupBy,
      column: own.group,
      most: own.top,
    });
    const above = await aboveZero(tables, drawn.rows, 'y', y, own.log);
    const groups = drawn.colour ?? alone;
    const present = above.rows.filter(isPresent('y'));
    const boxes = await boxesOf(tables, present, groups, own.points);
    const missing = (await tables.count(above.rows)) - boxes.n;
    const chart: Omit<Chart, 'version'> = {
      kind: 'box',
      title: own.title,
      x: { ...groups.axis, ...titled(own.xTitle) },
      y: plainAxis(y, own.log, own.yTitle),
      fields: ['x', 'low', 'q1', 'median', 'q3', 'high', 'n', 'mean', 'outliers'],
      rows: boxes.rows,
      ...(own.points ? { points: boxes.points } : {}),
    };
    return {
      report: chartReport(chart, { n: boxes.n, missing }, [
        ...drawn.notes,
        ...above.notes,
        // Missing is a group like any other; only stretches have no place for it.
        ...missingNote(missing, [y.name, groups.axis.edges && groups.axis.column]),
      ]),
    };
  },
});
