/** Parameters and ports that chart nodes share, so that each is said in one way. */
import type { ChartFigure } from '#schemas/chart.ts';
import type { Ports } from '../node.ts';
import { choice, column, text, type Accepts } from '../params.ts';

export const NUMBERS: Accepts = { types: ['int64', 'float64'] };
export const ALONG: Accepts = { types: ['int64', 'float64', 'date', 'timestamp'] };

/** What a figure is made of: all but the count of rows need a column of numbers. */
export type Figure = Extract<ChartFigure, 'count' | 'sum' | 'mean' | 'median' | 'min' | 'max'>;

const FIGURES: Readonly<Record<Figure, string>> = {
  count: 'How many rows',
  sum: 'Sum',
  mean: 'Mean',
  median: 'Median',
  min: 'Lowest',
  max: 'Highest',
};

/** The figures that are made of a column. */
const OF_COLUMN: readonly Figure[] = ['sum', 'mean', 'median', 'min', 'max'];

export const figureParam = (first: Figure) => choice(FIGURES, { title: 'Figure', default: first });

export const figureColumn = () =>
  column({
    title: 'Column of the figure',
    description: 'Not chosen: the first column of numbers.',
    accepts: NUMBERS,
    when: { param: 'figure', is: [...OF_COLUMN] },
  });

export type Part = 'all' | 'train' | 'validation' | 'test';

export const partParam = () =>
  choice(
    {
      all: 'All rows',
      train: 'Rows to learn from (train)',
      validation: 'Rows to tune with (validation)',
      test: 'Rows to check with (test)',
    },
    { title: 'Rows', default: 'all' },
  );

export type By = 'none' | 'column' | 'part';

const BY: Readonly<Record<By, string>> = {
  none: 'Nothing',
  column: 'A column',
  part: 'The part of the split',
};

/** In which colour a row is drawn. */
export const colourParams = () => ({
  colourBy: choice(BY, { title: 'Colour by', default: 'none' }),
  colour: column({ title: 'Colour column', when: { param: 'colourBy', is: ['column'] } }),
});

/** To which box a row belongs. */
export const groupParams = () => ({
  groupBy: choice(BY, { title: 'One box for each', default: 'none' }),
  group: column({ title: 'Group column', when: { param: 'groupBy', is: ['column'] } }),
});

export const titleParam = () => text({ title: 'Title', maxLength: 200 });

/** The last parameters of a chart with axes. */
export const pictureParams = () => ({
  part: partParam(),
  title: titleParam(),
  xTitle: text({
    title: 'Name of the axis across',
    description: 'With its unit.',
    maxLength: 200,
  }),
  yTitle: text({ title: 'Name of the axis up', description: 'With its unit.', maxLength: 200 }),
});

export const chartPorts = {
  inputs: { table: { type: 'table', title: 'Table' } },
  outputs: { report: { type: 'report', title: 'Chart' } },
} as const satisfies Readonly<Record<'inputs' | 'outputs', Ports>>;
