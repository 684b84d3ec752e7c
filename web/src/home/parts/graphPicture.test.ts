import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testNode, testWire } from '../../../../test/web/catalogue.ts';
import { graphPicture } from './graphPicture.ts';

const position = fc.record({
  x: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  y: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
});
const size = { width: 240, height: 96 };
const at = (id: string, x: number, y = 0) => testNode(id, 'scale', { position: { x, y } });

test('every node stands inside the picture, wherever its owner put it', () => {
  fc.assert(
    fc.property(fc.array(position, { minLength: 1, maxLength: 40 }), (positions) => {
      const nodes = positions.map(({ x, y }, index) => at(`n${index}`, x, y));
      const picture = graphPicture({ nodes, edges: [] }, size);
      expect(picture.nodes).toHaveLength(nodes.length);
      for (const { x, y } of picture.nodes) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThan(size.width);
        expect(y).toBeLessThan(size.height);
      }
    }),
  );
});

test('a wire joins the right side of one card to the left side of the next; one to nowhere is left out', () => {
  const edges = [testWire('a', 'b'), testWire('a', 'gone')];
  const { nodes, wires } = graphPicture({ nodes: [at('a', 0), at('b', 400)], edges }, size);
  const [a, b] = nodes;
  expect(wires).toHaveLength(1);
  expect(wires[0]).toMatch(new RegExp(`^M${(a!.x + a!.width).toFixed(1)} `));
  expect(wires[0]).toMatch(new RegExp(` ${b!.x} [\\d.]+$`));
});

test('a wire that leads back runs between the two lines', () => {
  const nodes = [at('end', 600), at('start', 0, 200)];
  const picture = graphPicture({ nodes, edges: [testWire('end', 'start')] }, size);
  const [end, start] = picture.nodes;
  const middle = Number(/V ([\d.]+)/.exec(picture.wires[0]!)![1]);
  expect(middle).toBeGreaterThan(end!.y + end!.height);
  expect(middle).toBeLessThan(start!.y);
});
