import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chart as Description } from '#schemas/chart.ts';
import { chartTheme } from '#server/report/colours.ts';
import { sayIn } from '../../../../../test/web/say.ts';
import type { Chart } from '../chart.ts';
import { drawnChart } from './drawnChart.ts';

const draw = (chart: object, locale: 'en' | 'pt-BR' = 'pt-BR'): Chart | undefined =>
  drawnChart({ type: 'chart', metrics: {}, details: { chart }, notes: [] }, sayIn(locale), locale);

const bars: Description = {
  version: 1,
  kind: 'bar',
  title: '',
  x: {
    column: 'cidade',
    type: 'text',
    scale: 'category',
    groups: [{ value: 'Recife' }, { others: 3 }, { missing: true }],
  },
  y: { type: 'int64', scale: 'linear', figure: 'count' },
  colour: {
    part: true,
    type: 'text',
    scale: 'category',
    groups: [{ value: 'train' }, { value: 'test' }],
  },
  layout: 'shares',
  fields: ['x', 'colour', 'value'],
  rows: [
    [0, 0, 6],
    [0, 1, 2],
    [1, 0, 4],
    [2, 1, 1],
  ],
};

type Drawn = { readonly series: readonly { name: string; data: unknown; itemStyle: object }[] };

describe('bars', () => {
  test('are named in the reader’s language, with a column for each colour in the table behind', () => {
    const { title, table } = draw(bars)!;
    expect(title).toBe('Linhas por cidade');
    expect(table).toEqual({
      columns: ['cidade', 'treino', 'teste'],
      rows: [
        ['Recife', 6, 2],
        ['outros (3)', 4, null],
        ['ausente', null, 1],
      ],
    });
    expect(draw({ ...bars, title: 'Vendas' }, 'en')!.title).toBe('Vendas');
  });

  test('are shares of what stands at their place; the test part has the accent', () => {
    const { series } = draw(bars)!.option(chartTheme) as unknown as Drawn;
    expect(series.map(({ data }) => data)).toEqual([
      [0.75, 1, null],
      [0.25, null, 1],
    ]);
    expect(series[1]!.itemStyle).toMatchObject({ color: chartTheme.accent });
  });

  test('have shares by their size where some are below zero: a sum near zero would make them endless', () => {
    const rows = [
      [0, 0, -3],
      [0, 1, 1],
    ];
    const { series } = draw({ ...bars, rows })!.option(chartTheme) as unknown as Drawn;
    expect(series.map(({ data }) => (data as number[])[0])).toEqual([-0.75, 0.25]);
  });
});

test('bins of whole numbers are told by the numbers that they hold, months by their names', () => {
  const histogram = {
    ...bars,
    kind: 'histogram',
    colour: undefined,
    fields: ['x', 'value'],
    rows: [[0, 1]],
  };
  const whole = { column: 'n', type: 'int64', scale: 'linear', edges: [0.5, 1.5, 4.5] };
  expect(draw({ ...histogram, x: whole })!.table.rows).toEqual([
    ['1', 1],
    ['2 – 4', 0],
  ]);
  const months = {
    column: 'dia',
    type: 'date',
    scale: 'time',
    step: 'month',
    edges: [Date.UTC(2024, 0), Date.UTC(2024, 1)],
  };
  expect(draw({ ...histogram, x: months })!.table.rows).toEqual([['jan. de 2024', 1]]);
});

test('no name below bars or boxes is left out: bars lie where theirs have no room, those of boxes slant', () => {
  const five = ['low', 'q1', 'median', 'q3', 'high', 'n', 'mean', 'outliers'];
  const named = (kind: string, values: readonly string[]): Chart =>
    draw({
      ...bars,
      kind,
      colour: undefined,
      x: { ...bars.x, groups: values.map((value) => ({ value })) },
      fields: kind === 'box' ? ['x', ...five] : ['x', 'value'],
      rows: values.map((_, at) => [at, 1, ...(kind === 'box' ? [2, 3, 4, 5, 9, 3, 0] : [])]),
    })!;
  const short = ['Rio', 'Acre', 'Pará'];
  const long = ['São Paulo', 'Rio', 'Pará; norte', 'Ceará', 'Sul'];
  expect([named('bar', short).isList, named('bar', long).isList]).toEqual([false, true]);
  const { xAxis } = named('box', long).option(chartTheme) as { xAxis: { axisLabel: object } };
  expect(xAxis.axisLabel).toMatchObject({ interval: 0, rotate: 35 });
});

test('a quarter is told as one, not by its first month', () => {
  const quarters = {
    ...bars,
    kind: 'line',
    colour: undefined,
    x: { column: 'dia', type: 'date', scale: 'time', step: 'quarter' },
    y: { ...bars.y, figure: 'count' },
    fields: ['x', 'value'],
    rows: [[Date.UTC(2023, 3), 7]],
  };
  expect(draw(quarters)!.table.rows).toEqual([['2º tri. de 2023', 7]]);
  expect(draw(quarters, 'en')!.table.rows).toEqual([['Q2 2023', 7]]);
});

test('a description of another origin never breaks the page', () => {
  const group = fc.oneof(
    fc.record({ value: fc.oneof(fc.string(), fc.integer(), fc.boolean()) }),
    fc.constant({ missing: true }),
    fc.record({ others: fc.nat() }),
  );
  const axis = fc.record(
    {
      type: fc.constantFrom('text', 'int64', 'float64', 'date', 'bool'),
      scale: fc.constantFrom('category', 'linear', 'log', 'time'),
      column: fc.string(),
      figure: fc.constantFrom('count', 'mean', 'share'),
      groups: fc.array(group, { maxLength: 4 }),
      edges: fc.array(fc.integer(), { maxLength: 4 }),
    },
    { requiredKeys: ['type', 'scale'] },
  );
  const cell = fc.option(fc.integer({ min: -2, max: 9 }), { nil: null });
  const chart = fc.record(
    {
      version: fc.constant(1),
      kind: fc.constantFrom('bar', 'line', 'scatter', 'histogram', 'box', 'heatmap', 'correlation'),
      title: fc.string(),
      x: axis,
      y: axis,
      colour: axis,
      points: fc.array(fc.tuple(fc.integer(), fc.integer()), { maxLength: 3 }),
    },
    { requiredKeys: ['version', 'kind', 'title', 'x', 'y'] },
  );
  const figures = fc.constantFrom(2, 3, 4, 9).chain((places) =>
    fc.record({
      fields: fc.constant(['x', 'colour', ...Array.from({ length: places - 2 }, () => 'value')]),
      rows: fc.array(fc.array(cell, { minLength: places, maxLength: places }), {
        minLength: 1,
        maxLength: 6,
      }),
    }),
  );
  fc.assert(
    fc.property(chart, figures, (description, rows) => {
      const drawn = draw({ ...description, ...rows });
      expect(drawn === undefined || typeof drawn.option(chartTheme) === 'object').toBe(true);
      for (const cells of drawn?.table.rows ?? []) {
        expect(cells.every((each) => each !== undefined)).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});
