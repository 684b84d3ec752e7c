import { expect, test } from 'vitest';
import type { PipelineNode } from '#schemas/types.ts';
import { CARD } from './geometry.ts';
import { firstViewport } from './viewport.ts';

const size = { width: 1000, height: 600 };

/** Where a chain of cards, one every 300 pixels, stands on the screen at first. */
function edgesOf(count: number): { readonly left: number; readonly right: number; zoom: number } {
  const nodes = Array.from({ length: count }, (_, at): PipelineNode => {
    const position = { x: 500 + at * 300, y: -200 };
    return { id: `n${at}`, type: 'scale', version: 1, params: {}, position };
  });
  const nodesById = new Map(nodes.map((node) => [node.id, node]));
  const { x, zoom } = firstViewport({ id: 'p', nodesById }, size);
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
