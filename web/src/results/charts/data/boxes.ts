import type { Locale } from '#schemas/types.ts';
import type { Say } from '../../../i18n/useText.ts';
import { boxPicture } from '../boxes.ts';
import { numberFormat, valueAxis, type Chart } from '../chart.ts';
import type { Choice } from './dataChart.ts';
import { countLabels, fiveNumbers, labelsOf, numbersOf, type Sample } from './sample.ts';

const GROUPS = 12;

/** Least, quartiles and greatest of a number, in each group of a category. */
export function boxChart(
  { x, by }: Choice,
  sample: Sample,
  say: Say,
  locale: Locale,
): Chart | undefined {
  const boxes = boxesOf(sample, x, by);
  if (boxes.length === 0) return undefined;
  const number = numberFormat(locale);
  const words = [
    say('panels.profile.min'),
    say('results.data.quartile1'),
    say('results.data.median'),
    say('results.data.quartile3'),
    say('panels.profile.max'),
  ];
  return boxPicture({
    title: by === '' ? say('results.data.box', { x }) : say('results.data.boxBy', { x, by }),
    summary: say('results.data.summary', { rows: sample.rows.length }),
    boxes,
    words,
    table: {
      columns: [by === '' ? say('results.name') : by, ...words],
      rows: boxes.map(({ name, numbers }) => [name, ...numbers]),
    },
    by,
    axis: (theme) => valueAxis(theme, { name: x, scale: true, formatter: number }),
    number,
  });
}

function boxesOf(sample: Sample, x: string, by: string) {
  const values = numbersOf(sample, x);
  const groups = new Map<string, number[]>();
  const labels = by === '' ? undefined : labelsOf(sample, by);
  const kept = new Set(countLabels(labels ?? [], GROUPS).counts.map(([label]) => label));
  values.forEach((value, at) => {
    const label = labels === undefined ? x : (labels[at] ?? null);
    if (value === null || label === null || (labels !== undefined && !kept.has(label))) return;
    const group = groups.get(label);
    if (group === undefined) groups.set(label, [value]);
    else group.push(value);
  });
  return [...groups].map(([name, numbers]) => ({ name, numbers: fiveNumbers(numbers) }));
}
