import { expect, test } from 'vitest';
import { pressed } from './pressed.ts';

const size = { width: 700, height: 135 };

const option = {
  grid: { left: 8, right: 24, top: 76 },
  legend: { left: 0, top: 0, textStyle: { color: '#000', width: 280 } },
  xAxis: { name: 'False alarms', nameGap: 26 },
  yAxis: { name: 'Found', nameGap: 26 },
  series: [{ type: 'line' }],
};

test('a legend leaves its place above the picture for one beside it', () => {
  const { grid, legend, series } = pressed(option, size);
  expect(grid).toEqual({ left: 8, right: 188, top: 10, bottom: 2 });
  expect(legend).toMatchObject({ right: 0, textStyle: { color: '#000', width: 152 } });
  expect(legend).not.toHaveProperty('left');
  expect(series).toBe(option.series);
});

test('a name that is longer than its axis stands above it', () => {
  const long = { ...option, yAxis: { name: 'Share of those who came back', nameGap: 26 } };
  expect(pressed(option, size).yAxis).not.toHaveProperty('nameLocation');
  expect(pressed(long, size)).toMatchObject({
    grid: { top: 2 },
    yAxis: { name: 'Share of those who came back', nameLocation: 'end', nameRotate: 0 },
  });
});

test('what a picture lacks it is not given', () => {
  expect(pressed({ series: [] }, size)).toEqual({ series: [] });
});

test('up the other axis there are no more figures than have room', () => {
  const figures = (height: number, max?: number) =>
    pressed({ ...option, yAxis: { max } }, { width: 700, height }).yAxis;
  expect(figures(84)).toMatchObject({ splitNumber: 1 });
  expect(figures(100)).toMatchObject({ splitNumber: 2 });
  expect(figures(135)).toMatchObject({ splitNumber: 3 });
  expect(figures(135, 1)).toMatchObject({ splitNumber: 2 });
  expect(figures(40)).toMatchObject({ splitNumber: 1 });
});

test('along the lower axis there are no more figures than have room', () => {
  const figures = (width: number) => pressed(option, { width, height: 135 }).xAxis;
  expect(figures(290)).toMatchObject({ splitNumber: 2 });
  expect(figures(900)).toMatchObject({ splitNumber: 5 });
});
