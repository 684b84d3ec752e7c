import type { Locale } from '#schemas/types.ts';
import type { Say } from '../../../i18n/useText.ts';
import type { Chart } from '../chart.ts';
import { matrixPicture } from '../matrix.ts';
import { correlation, isNumeric, numbersOf, type Sample } from './sample.ts';

const MOST = 20;

/** Pearson's r of each pair of numbers, from blue (against each other) over the page's grey to orange (together). */
export function correlationChart(sample: Sample, say: Say, locale: Locale): Chart | undefined {
  const names = sample.columns
    .filter(isNumeric)
    .map(({ name }) => name)
    .slice(0, MOST);
  if (names.length < 2) return undefined;
  const columns = names.map((name) => numbersOf(sample, name));
  const matrix = columns.map((a) => columns.map((b) => correlation(a, b)));
  const format = new Intl.NumberFormat(locale, {
    maximumFractionDigits: 2,
    // No minus before a zero.
    signDisplay: 'negative',
  });
  return matrixPicture({
    title: say('results.data.correlation'),
    summary: say('results.data.summary', { rows: sample.rows.length }),
    across: names,
    down: names,
    cells: matrix.flatMap((row, y) =>
      row.flatMap((value, x) => (value === null ? [] : [[x, y, value] as const])),
    ),
    table: {
      columns: ['', ...names],
      rows: matrix.map((row, at) => [names[at]!, ...row]),
    },
    range: [-1, 1],
    isDiverging: true,
    format: (value) => format.format(value),
  });
}
