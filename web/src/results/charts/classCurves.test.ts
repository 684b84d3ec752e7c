import { expect, test } from 'vitest';
import { chartTheme } from '#server/report/colours.ts';
import { sayIn } from '../../../../test/web/say.ts';
import type { Report } from '../report.ts';
import { chartsOf } from './chartsOf.ts';

const curve = (name: string, rocAuc: number | null = 0.9375) => ({
  class: name,
  support: 3,
  rocAuc,
  averagePrecision: 0.5,
  roc: [
    [0, 0],
    [0.2, 0.75],
    [1, 1],
  ],
  precisionRecall: [
    [0, 1],
    [1, 0.25],
  ],
});

const reportOf = (oneVsRest: unknown): Report => ({
  type: 'classification',
  metrics: {},
  details: { oneVsRest },
  notes: [],
});

type Drawn = {
  readonly tooltip: { readonly formatter: (hits: readonly object[]) => string };
  readonly legend: { readonly data: readonly string[] };
  readonly series: readonly { readonly name: string; readonly color: string }[];
};

test('each of many classes has its curve, named by its area, and its points in the table behind', () => {
  const names = ['Adelie', 'Chinstrap', 'Gentoo', '{a|b}', 'e', 'f', 'g', 'h'];
  const report = reportOf(names.map((name) => curve(name)));
  const [roc, precisions, ...others] = chartsOf(report, sayIn('pt-BR'), 'pt-BR');
  expect(others).toEqual([]);
  expect([roc!.title, precisions!.title]).toEqual(['Curva ROC', 'Precisão e revocação']);
  expect(roc!.summary).toContain('AUC 0,938 · Adelie; AUC 0,938 · Chinstrap');
  expect(roc!.table.columns).toEqual(['Classe', 'Alarmes falsos', 'Parte da classe encontrada']);
  expect(roc!.table.rows.slice(0, 2)).toEqual([
    ['Adelie', 0, 0],
    ['Adelie', 0.2, 0.75],
  ]);
  expect(precisions!.table.rows).toHaveLength(2 * names.length);
  const { legend, series, tooltip } = roc!.option(chartTheme) as unknown as Drawn;
  expect(legend.data).toHaveLength(8);
  expect(legend.data).not.toContain('chute');
  expect(series.map(({ name }) => name)).toEqual(['chute', ...legend.data]);
  const hit = (seriesName: string, y: number) => ({ seriesName, marker: '•', value: [0.2, y] });
  const under = [hit('chute', 0.2), hit(legend.data[0]!, 0.5), hit(legend.data[0]!, 0.75)];
  expect(tooltip.formatter(under)).toBe('Alarmes falsos: 20%\n• AUC 0,938 · Adelie: 75%');
  // No two look alike.
  expect(new Set(series.map(({ color }) => color)).size).toBe(9);
});

test('what is no curve is left out, and without any there is no picture', () => {
  const broken = [{ ...curve('a'), roc: 'x' }, curve('b', null), 7, { ...curve('c'), class: 1 }];
  const [roc] = chartsOf(reportOf([...broken, curve('d')]), sayIn('en'), 'en');
  expect(roc!.table.rows.map(([name]) => name)).toEqual(['d', 'd', 'd']);
  expect(
    chartsOf(reportOf([{ ...curve('b', null), precisionRecall: [] }]), sayIn('en'), 'en'),
  ).toEqual([]);
  expect(chartsOf(reportOf(undefined), sayIn('en'), 'en')).toEqual([]);
});
