import type { Chart as Description } from '#schemas/chart.ts';
import type { Chart } from '../chart.ts';
import { matrixPicture } from '../matrix.ts';
import { titleOf, type Words } from './words.ts';

type Cell = readonly [number, number, number];

/** Two columns crossed; the table behind has the lines and columns of the picture. */
export function heatmapChart(chart: Description, words: Words): Chart {
  const { x, y, colour, rows } = chart;
  const [across, down] = [words.places(x), words.places(y)];
  const cells = rows.filter((row): row is Cell => row[2] !== null && row[2] !== undefined);
  const known = new Map(cells.map(([a, b, value]) => [`${a} ${b}`, value]));
  const isCount = colour?.figure === 'count';
  const values = cells.map(([, , value]) => value);
  const low = isCount ? 0 : values.reduce((a, b) => Math.min(a, b), Infinity);
  const high = values.reduce((a, b) => Math.max(a, b), -Infinity);
  const names = [words.name(x), words.name(y)] as const;
  const figure = colour === undefined ? '' : words.name(colour);
  return matrixPicture({
    title: titleOf(
      chart,
      words,
      words.say('results.drawn.crossed', { y: names[1], x: names[0], figure }),
    ),
    summary: words.say('results.drawn.heatmap', { count: cells.length, figure }),
    across,
    down,
    names,
    cells,
    table: {
      columns: [names[1], ...across],
      rows: down.map((word, b) => [word, ...across.map((_, a) => known.get(`${a} ${b}`) ?? null)]),
    },
    range: values.length === 0 ? [0, 1] : [low, high],
    isDiverging: false,
    format: words.tick,
  });
}

/** Both halves of the matrix, although each pair is told once. */
export function correlationChart(chart: Description, words: Words): Chart {
  const { x, colour, rows } = chart;
  const names = words.places(x);
  const both = rows.flatMap(([a, b, r]) => {
    if (a === undefined || b === undefined || typeof r !== 'number') return [];
    const cell = [a!, b!, r] as const;
    return a === b ? [cell] : [cell, [b!, a!, r] as const];
  });
  const format = new Intl.NumberFormat(words.locale, {
    maximumFractionDigits: 2,
    // No minus before a zero.
    signDisplay: 'negative',
  });
  const isRanks = colour?.figure === 'spearman';
  const { say } = words;
  return matrixPicture({
    title: titleOf(
      chart,
      words,
      say(isRanks ? 'results.drawn.spearman' : 'results.data.correlation'),
    ),
    summary: say('results.drawn.correlation', { count: names.length }),
    across: names,
    down: names,
    cells: both,
    table: {
      columns: [
        say('results.drawn.first'),
        say('results.drawn.second'),
        say('results.drawn.r'),
        say('results.rows'),
      ],
      rows: rows
        .filter(([a, b]) => a !== b)
        .map(([a, b, r, n]) => [names[a!] ?? '', names[b!] ?? '', r ?? null, n ?? null]),
    },
    range: [-1, 1],
    isDiverging: true,
    format: (value) => format.format(value),
  });
}
