/** What every node that draws has in common: a description that is small, sound, and can be drawn in both languages. */
import { afterAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { MOST_CHART_ROWS, readChart, type Chart, type ChartAxis } from '#schemas/chart.ts';
import type { Json } from '#schemas/types.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import type { ReportValue } from '#nodes/sdk/values.ts';
import { loadNode, nodeFolders } from '#server/catalogue/load.ts';
import { chartTheme } from '#server/report/colours.ts';
import { chartsOf } from '../../web/src/results/charts/chartsOf.ts';
import { init } from '../../web/src/results/charts/echarts.ts';
import { readReport } from '../../web/src/results/report.ts';
import { openWorkbench } from '../support/runNode.ts';
import { sayIn } from '../web/say.ts';
import { readExamples, type TableExample } from './examples.ts';
import { columnOf, tableOf } from './tables.ts';

const folders = (await nodeFolders()).filter(({ category }) => category === 'visualise');
const bench = await openWorkbench();
afterAll(() => bench.close());

/** As much as an event carries without being felt. */
const MOST_BYTES = 250_000;

async function draw(type: string, params: Record<string, Json>, table: Table) {
  const outputs = await bench.run(bench.nodeType(type), { params, inputs: { table } });
  return outputs['report'] as ReportValue;
}

const chartOf = (report: ReportValue): Chart => {
  const chart = readChart(report.details?.['chart']);
  expect(chart, 'a description that a reader of this version knows').toBeDefined();
  return chart!;
};

function placesOf({ groups, edges }: ChartAxis): number | undefined {
  return groups?.length ?? (edges && Math.max(0, edges.length - 1));
}

/** Every place that a row names is one of its axis. */
function expectPlaces({ fields, rows, x, y, colour }: Chart): void {
  const axes = { x, y, colour };
  for (const [at, field] of fields.entries()) {
    const axis = field in axes ? axes[field as keyof typeof axes] : undefined;
    const places = axis && placesOf(axis);
    // A lone box has a place without a group.
    if (places === undefined || places === 0) continue;
    for (const row of rows) expect(row[at]).toBeLessThan(places);
  }
  for (const row of rows) expect(row.length).toBe(fields.length);
}

function svgOf(report: ReportValue, locale: 'en' | 'pt-BR'): string | undefined {
  const [chart] = chartsOf(readReport(report)!, sayIn(locale), locale);
  if (chart === undefined) return undefined;
  for (const row of chart.table.rows) expect(row.length).toBe(chart.table.columns.length);
  expect(`${chart.title} ${chart.summary}`).not.toMatch(/undefined|NaN|[{}]/);
  const painter = init(null, null, { renderer: 'svg', ssr: true, width: 600, height: 320 });
  try {
    painter.setOption({ ...chart.option(chartTheme), animation: false });
    return painter.renderToSVGString();
  } finally {
    painter.dispose();
  }
}

it('finds the nodes that draw', () => {
  expect(folders.length).toBeGreaterThan(6);
});

describe.each(folders)('$type', (folder) => {
  it('is seen before the run', async () => {
    expect(await loadNode(folder)).toMatchObject({ previews: true });
  });

  it.each(readExamples(folder))('draws: $name', async ({ params, inputs }) => {
    await loadNode(folder);
    const table = await tableOf(inputs['table'] as TableExample, bench.context());
    const report = await draw(folder.type, params, table);
    const chart = chartOf(report);
    expectPlaces(chart);
    expect(chart.rows.length).toBeLessThanOrEqual(MOST_CHART_ROWS);
    for (const locale of ['en', 'pt-BR'] as const) {
      const svg = svgOf(report, locale);
      expect(svg === undefined).toBe(chart.rows.length === 0);
      expect(svg ?? '').not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it('stays small over many rows, columns and values', async () => {
    const columns = [
      columnOf({ name: 'n', type: 'float64' }),
      columnOf({ name: 'm', type: 'int64' }),
      columnOf({ name: 'label', type: 'text' }),
      columnOf({ name: 'day', type: 'date' }),
      ...Array.from({ length: 40 }, (_, at) => columnOf({ name: `c${at}`, type: 'float64' })),
    ];
    const rows = Array.from({ length: 6000 }, (_, row) => [
      Math.sin(row) * 1e6,
      row % 977,
      `a label of some length, number ${(row * 7) % 4001}`,
      new Date(row * 9 * 86_400_000).toISOString().slice(0, 10),
      ...Array.from({ length: 40 }, (__, at) => Math.cos(row + at)),
    ]);
    const report = await draw(folder.type, {}, Table.values(columns, rows));
    expect(JSON.stringify(report).length).toBeLessThan(MOST_BYTES);
    expectPlaces(chartOf(report));
  });
});

describe('no row is lost in silence', () => {
  const cell = fc.option(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { nil: null });
  const label = fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e', ''), { nil: null });
  const columns = [
    columnOf({ name: 'v', type: 'float64' }),
    columnOf({ name: 'w', type: 'float64' }),
    columnOf({ name: 'g', type: 'text' }),
  ];

  it.each([
    ['histogram', { x: 'v', colourBy: 'column', colour: 'g' }],
    ['bar-chart', { x: 'g', top: 2, colourBy: 'column', colour: 'v' }],
    ['heatmap', { x: 'v', y: 'g', top: 3 }],
    ['box-plot', { y: 'v', groupBy: 'column', group: 'g', top: 2 }],
    ['scatter-chart', { x: 'v', y: 'w', colourBy: 'column', colour: 'g' }],
    ['line-chart', { x: 'v', figure: 'count' }],
  ])('%s: the rows drawn and those left out are all there are', async (type, params) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, label), { maxLength: 40 }), async (rows) => {
        const report = await draw(type, { ...params }, Table.values(columns, rows));
        const { n, missing } = report.metrics as { n: number; missing: number };
        expect(n + missing).toBe(rows.length);
        const chart = chartOf(report);
        const counts = chart.fields.indexOf(type === 'box-plot' ? 'n' : 'value');
        const drawn =
          type === 'scatter-chart'
            ? chart.rows.length
            : chart.rows.reduce((sum, row) => sum + row[counts]!, 0);
        expect(drawn).toBe(n);
        const told = report.notes!.some(({ code }) => code === 'chart-rows-missing');
        expect(told).toBe(missing > 0);
      }),
      { numRuns: 8 },
    );
  });
});

it('a description of another origin is read without a throw, or not at all', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect([undefined, value]).toContainEqual(readChart(value));
    }),
  );
  const axis = { type: 'text', scale: 'category', groups: [{ value: 'a' }] };
  const sound = {
    version: 1,
    kind: 'bar',
    title: '',
    x: axis,
    y: { type: 'int64', scale: 'linear', figure: 'count' },
    fields: ['x', 'value'],
    rows: [[0, 1]],
  };
  expect(readChart(sound)).toEqual(sound);
  for (const change of [
    { version: 2 },
    { kind: 'pie' },
    { rows: [['a']] },
    { rows: [[Infinity]] },
    { x: { ...axis, groups: [{}] } },
    { y: { ...sound.y, scale: 'odd' } },
    { rows: Array.from({ length: MOST_CHART_ROWS + 1 }, () => [0, 1]) },
  ]) {
    expect(readChart({ ...sound, ...change })).toBeUndefined();
  }
});
