import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PipelineNode } from '#schemas/types.ts';
import { CARD } from './geometry.ts';
import { firstViewport, isInView, MIN_ZOOM, wholeIn } from './viewport.ts';

const place = fc.integer({ min: -10_000, max: 10_000 });
const length = fc.integer({ min: 72, max: 60_000 });
const box = fc.record({ x: place, y: place, width: length, height: length });
const size = { width: 1000, height: 600 };

/** Where a chain of cards, one every 300 pixels, stands on the screen at first. */
function edgesOf(count: number): { readonly left: number; readonly right: number; zoom: number } {
  const nodes = Array.from({ length: count }, (_, at): PipelineNode => {
    const position = { x: 500 + at * 300, y: -200 };
    return { id: `n${at}`, type: 'scale', version: 1, params: {}, position };
  });
  const nodesById = new Map(nodes.map((node) => [node.id, node]));
  const { x, zoom } = firstViewport({ id: 'p', nodesById, notesById: new Map() }, size);
  const last = nodes.at(-1)!.position.x + CARD.width;
  return { left: 500 * zoom + x, right: last * zoom + x, zoom };
}

test('a graph is shown whole and in the middle while it can be read', () => {
  for (const count of [1, 3, 5]) {
    const { left, right, zoom } = edgesOf(count);
    expect(left).toBeGreaterThan(0);
    expect(left + right).toBeCloseTo(size.width);
    expect(zoom).toBeGreaterThanOrEqual(0.5);
    expect(zoom).toBeLessThanOrEqual(1);
  }
});

test('a chain too long for that begins at the left, at a size that can be read', () => {
  expect(edgesOf(20)).toMatchObject({ left: 48, zoom: 0.75 });
});

test('what is fitted is seen whole, however wide or tall it is', () => {
  fc.assert(
    fc.property(
      box,
      fc.integer({ min: 200, max: 3_000 }),
      fc.integer({ min: 120, max: 2_000 }),
      (bounds, width, height) => {
        const { x, y, zoom } = wholeIn(bounds, { width, height });
        expect(zoom).toBeLessThanOrEqual(1);
        fc.pre(zoom > MIN_ZOOM);
        for (const [start, extent, room, shift] of [
          [bounds.x, bounds.width, width, x],
          [bounds.y, bounds.height, height, y],
        ] as const) {
          expect(start * zoom + shift).toBeGreaterThan(0);
          expect((start + extent) * zoom + shift).toBeLessThan(room);
        }
      },
    ),
  );
});

test('what is fitted is in view, until the view moves so far or comes so near that a part is not', () => {
  const graph = { x: -300, y: 40, width: 700, height: 200 };
  const whole = wholeIn(graph, size);
  expect(isInView(graph, whole, size)).toBe(true);
  expect(isInView(graph, { ...whole, x: whole.x + size.width / 2 }, size)).toBe(false);
  expect(isInView(graph, { ...whole, y: whole.y - size.height / 2 }, size)).toBe(false);
  expect(isInView(graph, { ...whole, zoom: whole.zoom * 2 }, size)).toBe(false);
});
