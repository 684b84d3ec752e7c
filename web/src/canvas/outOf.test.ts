import { expect, test } from 'vitest';
import { shiftInto } from './outOf.ts';

const view = { x: 200, y: 50, width: 800, height: 600 };
const controls = { x: 210, y: 600, width: 150, height: 40 };
const box = (x: number, y: number, width = 216, height = 72) => ({ x, y, width, height });

test.each([
  ['what is in view stays', box(300, 100), undefined],
  ['at the left', box(150, 100), { x: 62, y: 0 }],
  ['at the right', box(900, 100), { x: -128, y: 0 }],
  ['above', box(300, -40), { x: 0, y: 102 }],
  ['below', box(500, 700), { x: 0, y: -134 }],
  ['below, clear of what lies over the canvas', box(300, 700), { x: 0, y: -184 }],
  ['under what lies over the canvas', box(220, 560), { x: 0, y: -44 }],
  ['larger than the view, from its beginning', box(260, 100, 900), { x: -48, y: 0 }],
])('%s', (_, item, by) => {
  expect(shiftInto(item, view, [controls])).toEqual(by);
});
