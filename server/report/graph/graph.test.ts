import { expect, test } from 'vitest';
import type { Pipeline } from '#schemas/types.ts';
import { bandsOf, CARD } from './bands.ts';
import { linesOf } from './lines.ts';
import { wirePaths } from './wires.ts';

const at = (id: string, x: number, y = 0): Pipeline['nodes'][number] => ({
  id,
  type: 'any',
  version: 1,
  params: {},
  position: { x, y },
});
const wire = (from: string, to: string) => ({
  from: { node: from, port: 'out' },
  to: { node: to, port: 'in' },
});

test('a graph that is wider than a page goes on in bands below, in the order of its columns', () => {
  const nodes = Array.from({ length: 10 }, (_, index) =>
    at(`n${index}`, index * 280, (index % 2) * 100),
  );
  const { places, width, height } = bandsOf({ nodes });
  expect([...places.values()].map(({ band }) => band)).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2, 2]);
  const boxes = [...places.values()];
  for (const { x, y } of boxes) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + CARD.width).toBeLessThanOrEqual(width);
    expect(y + CARD.height).toBeLessThanOrEqual(height);
  }
  const overlaps = boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => Math.abs(a.x - b.x) < CARD.width && Math.abs(a.y - b.y) < CARD.height),
  );
  expect(overlaps).toEqual([]);
});

test('a wire to another band leads round the cards; one to a node that is not there is left out', () => {
  const layout = bandsOf({ nodes: [at('a', 0), at('b', 300), at('c', 5000)] });
  const paths = wirePaths([wire('a', 'b'), wire('b', 'c'), wire('a', 'gone')], layout);
  expect(paths).toHaveLength(2);
  expect(paths[0]).toMatch(/^M[\d.]+ [\d.]+C/);
  expect(paths[1]).toMatch(/^M[\d.]+ [\d.]+H[\d.]+V[\d.]+H[\d.]+V[\d.]+H[\d.]+$/);
});

test('names are broken between words, cut with an ellipsis, and wide letters take two places', () => {
  expect(linesOf('Fill missing values', 12, 2)).toEqual(['Fill missing', 'values']);
  expect(linesOf('one two three four five', 8, 2)).toEqual(['one two', 'three f…']);
  expect(linesOf('Donaudampfschiff', 10, 2)).toEqual(['Donaudamp…']);
  expect(linesOf('機械学習の予測', 8, 1)).toEqual(['機械学…']);
  expect(linesOf('', 8, 2)).toEqual(['']);
});
