import { expect, test } from 'vitest';
import { shiftClear, shiftInto } from './outOf.ts';

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

const palette = { x: 200, y: 50, width: 160, height: 600 };
const form = { x: 700, y: 58, width: 292, height: 300 };
const open = { x: 360, y: 50, width: 332, height: 600 };

test.each([
  ['what stands clear of the panels stays', box(400, 100), undefined],
  ['below a form that ends above it, too', box(740, 500), undefined],
  ['beneath the palette', box(250, 100), { x: 122, y: 0 }],
  ['beneath the form', box(740, 100), { x: -276, y: 0 }],
  ['at the right, where the form lies', box(1100, 100), { x: -636, y: 0 }],
])('with panels over the canvas: %s', (_, item, by) => {
  expect(shiftClear(item, { view, open, panels: [palette, form], covers: [controls] })).toEqual(by);
});
