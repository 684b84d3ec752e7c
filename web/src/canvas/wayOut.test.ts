import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlaps, type Box } from './geometry.ts';
import { wayOut } from './wayOut.ts';

const size = { width: 1318, height: 560 };
const form = { x: 1022, y: 8, width: 288, height: 376 };
const map = { x: 1135, y: 433, width: 168, height: 112 };
const palette = { x: 0, y: 0, width: 160, height: 560 };
const cardAt = (x: number, y: number): Box => ({ x, y, width: 216, height: 72 });

test('the view stays where it is while the card is seen', () => {
  expect(wayOut(cardAt(400, 200), size, [form, map])).toEqual({ x: 0, y: 0 });
  expect(wayOut(cardAt(780, 100), size, [form])).toEqual({ x: 0, y: 0 });
  // Below the form.
  expect(wayOut(cardAt(1060, 440), size, [form])).toEqual({ x: 0, y: 0 });
});

test('a card beneath the form goes the shortest way out', () => {
  expect(wayOut(cardAt(830, 100), size, [form])).toEqual({ x: -48, y: 0 });
  expect(wayOut(cardAt(1060, 370), size, [form])).toEqual({ x: 0, y: 38 });
  // Its port would lie beneath the form.
  expect(wayOut(cardAt(802, 100), size, [form])).toEqual({ x: -20, y: 0 });
  // The map is in the way down, so it goes aside.
  expect(wayOut(cardAt(1060, 370), size, [form, map])).toEqual({ x: -278, y: 0 });
});

test('a card beneath the palette or the lower panel comes out; one that was out of view stays there', () => {
  expect(wayOut(cardAt(60, 100), size, [palette])).toEqual({ x: 124, y: 0 });
  expect(wayOut(cardAt(400, 540), size, [], { ...size, height: 728 })).toEqual({ x: 0, y: -76 });
  // As little as it was cut off, nothing was of it before.
  expect(wayOut(cardAt(400, 500), size, [], { ...size, height: 584 })).toEqual({ x: 0, y: -36 });
  expect(wayOut(cardAt(400, 520), size, [], { ...size, height: 584 })).toEqual({ x: 0, y: 0 });
  expect(wayOut(cardAt(400, 900), size, [form], { ...size, height: 728 })).toEqual({ x: 0, y: 0 });
});

test('wherever a card was in view, it is seen whole afterwards, if it had to move', () => {
  const place = fc.record({
    x: fc.integer({ min: 0, max: 1318 }),
    y: fc.integer({ min: 0, max: 560 }),
  });
  const zoom = fc.double({ min: 0.3, max: 1.2, noNaN: true });
  fc.assert(
    fc.property(place, zoom, ({ x, y }, by) => {
      const covers = [form, map, palette];
      const card = { x, y, width: 216 * by, height: 72 * by };
      const way = wayOut(card, size, covers);
      if (way.x === 0 && way.y === 0) return;
      // No further than past one thing each way.
      expect(Math.abs(way.x)).toBeLessThanOrEqual(card.width + form.width + 2 * 24);
      const there = { ...card, x: x + way.x, y: y + way.y };
      expect(covers.filter((cover) => overlaps(there, cover))).toEqual([]);
      expect(there.x).toBeGreaterThanOrEqual(0);
      expect(there.y).toBeGreaterThanOrEqual(0);
      expect(there.x + there.width).toBeLessThanOrEqual(size.width);
      expect(there.y + there.height).toBeLessThanOrEqual(size.height);
    }),
  );
});
