import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Edge, PipelineNode } from '#schemas/types.ts';
import { CARD, overlaps, type Box } from './geometry.ts';
import { createGraphIndex } from './graphIndex.ts';

type Graph = {
  readonly nodesById: ReadonlyMap<string, PipelineNode>;
  readonly edgesById: ReadonlyMap<string, Edge>;
};

const place = fc.integer({ min: -4000, max: 4000 });
const box: fc.Arbitrary<Box> = fc.record({
  x: place,
  y: place,
  width: fc.integer({ min: 1, max: 3000 }),
  height: fc.integer({ min: 1, max: 3000 }),
});
const graph: fc.Arbitrary<Graph> = fc
  .record({
    places: fc.array(fc.tuple(place, place), { maxLength: 30 }),
    wires: fc.array(fc.tuple(fc.nat(29), fc.nat(29)), { maxLength: 30 }),
  })
  .map(({ places, wires }) => ({
    nodesById: new Map(
      places.map(([x, y], at) => {
        const id = `n${at}`;
        return [id, { id, type: 'scale', version: 1, params: {}, position: { x, y } }];
      }),
    ),
    edgesById: new Map(
      wires
        .filter(([from, to]) => Math.max(from, to) < places.length)
        .map(([from, to]) => [
          `${from}>${to}`,
          { from: { node: `n${from}`, port: 'table' }, to: { node: `n${to}`, port: 'table' } },
        ]),
    ),
  }));

/** The same, by looking at everything. */
function allWithin({ nodesById, edgesById }: Graph, view: Box) {
  const boxOf = (id: string): Box => ({ ...nodesById.get(id)!.position, ...CARD });
  const nodes = [...nodesById.keys()].filter((id) => overlaps(boxOf(id), view));
  const edges = [...edgesById].filter(([, { from, to }]) => {
    const [a, b] = [boxOf(from.node), boxOf(to.node)];
    const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
    const width = Math.max(a.x, b.x) + CARD.width - x;
    return overlaps({ x, y, width, height: Math.max(a.y, b.y) + CARD.height - y }, view);
  });
  return { nodes: nodes.toSorted(), edges: edges.map(([id]) => id).toSorted() };
}

test('finds what looking at everything finds, whatever came before', () => {
  fc.assert(
    fc.property(fc.array(graph, { minLength: 1, maxLength: 3 }), box, (graphs, view) => {
      const index = createGraphIndex();
      for (const each of graphs) {
        index.follow(each);
        const { nodes, edges } = index.within(view, () => CARD.height);
        expect({ nodes: [...nodes].toSorted(), edges: [...edges].toSorted() }).toEqual(
          allWithin(each, view),
        );
        const ids = [...each.nodesById.keys()];
        expect(index.sorted(ids.toReversed())).toEqual(ids);
      }
    }),
  );
});
