import fc from 'fast-check';
import { expect, test } from 'vitest';
import { graphPicture } from './graphPicture.ts';

const position = fc.record({
  x: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  y: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
});
const size = { width: 240, height: 96 };

test('every node stands inside the picture, wherever its owner put it', () => {
  fc.assert(
    fc.property(fc.array(position, { minLength: 1, maxLength: 40 }), (positions) => {
      const nodes = positions.map((at, index) => {
        return { id: `n${index}`, type: 'scale', version: 1, params: {}, position: at };
      });
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
  const node = (id: string, x: number) => {
    return { id, type: 'scale', version: 1, params: {}, position: { x, y: 0 } };
  };
  const wire = (from: string, to: string) => {
    return { from: { node: from, port: 'table' }, to: { node: to, port: 'table' } };
  };
  const edges = [wire('a', 'b'), wire('a', 'gone')];
  const { nodes, wires } = graphPicture({ nodes: [node('a', 0), node('b', 400)], edges }, size);
  const [a, b] = nodes;
  expect(wires).toHaveLength(1);
  expect(wires[0]).toMatch(new RegExp(`^M${(a!.x + a!.width).toFixed(1)} `));
  expect(wires[0]).toMatch(new RegExp(` ${b!.x} [\\d.]+$`));
});

test('a wire that leads back runs between the two lines', () => {
  const nodes = [
    { id: 'end', type: 'scale', version: 1, params: {}, position: { x: 600, y: 0 } },
    { id: 'start', type: 'scale', version: 1, params: {}, position: { x: 0, y: 200 } },
  ];
  const edge = { from: { node: 'end', port: 'table' }, to: { node: 'start', port: 'table' } };
  const picture = graphPicture({ nodes, edges: [edge] }, size);
  const [end, start] = picture.nodes;
  const middle = Number(/V ([\d.]+)/.exec(picture.wires[0]!)![1]);
  expect(middle).toBeGreaterThan(end!.y + end!.height);
  expect(middle).toBeLessThan(start!.y);
});
