import type { Chart as Description } from '#schemas/chart.ts';
import { boxPicture } from '../boxes.ts';
import type { Chart } from '../chart.ts';
import { plainAxis } from './marks.ts';
import { titleOf, type Words } from './words.ts';

/** Boxes of each group with their whiskers, and what lies beyond them as points. */
export function boxChart(chart: Description, words: Words): Chart {
  const { x, y, rows, points = [] } = chart;
  const { say } = words;
  const groups = words.places(x);
  const by = words.name(x);
  const isAlone = groups.length === 0;
  const places = rows.map((row) => row[0]!);
  const names = places.map((place) => (isAlone ? words.name(y) : (groups[place] ?? '')));
  const five = ['low', 'quartile1', 'median', 'quartile3', 'high'] as const;
  const ends = five.map((name) => say(`results.drawn.box.${name}`));
  const title = isAlone
    ? say('results.data.box', { x: words.name(y) })
    : say('results.data.boxBy', { x: words.name(y), by });
  return boxPicture({
    title: titleOf(chart, words, title),
    summary: say('results.drawn.box', { count: rows.length, y: words.name(y) }),
    boxes: rows.map((row, at) => ({ name: names[at]!, numbers: row.slice(1, 6).map(Number) })),
    words: ends,
    table: {
      columns: [
        isAlone ? say('results.name') : by,
        ...ends,
        say('results.rows'),
        say('results.drawn.box.mean'),
        say('results.drawn.box.outliers'),
      ],
      rows: rows.map((row, at) => [names[at]!, ...row.slice(1)]),
    },
    by: isAlone ? '' : by,
    axis: (theme) => plainAxis(theme, y, words, true),
    number: words.number,
    fits: true,
    points: points.map(([place, value]) => [places.indexOf(place!), value!]),
  });
}
