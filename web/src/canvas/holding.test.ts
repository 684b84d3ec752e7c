import { expect, test } from 'vitest';
import { testNode, testPipeline, testWire, typesByName } from '../../../test/web/catalogue.ts';
import { openDocument } from '../store/document.ts';
import type { Box } from './geometry.ts';
import { createHolding, type HoldingInput } from './holding.ts';

const at = (id: string, x: number, y = 0) => testNode(id, 'predict', { position: { x, y } });

/** a → b next to each other; far → a and far → further from a long way off. */
const pipeline = testPipeline(
  [at('a', 0), at('b', 300), at('c', 900), at('far', -9000), at('further', 9000)],
  [testWire('a', 'b'), testWire('far', 'a'), testWire('far', 'further')],
);
const document = openDocument('p', pipeline);

const view: Box = { x: -50, y: -50, width: 600, height: 400 };

const input = (more: Partial<HoldingInput> = {}): HoldingInput => ({
  document,
  catalogue: { types: typesByName },
  view,
  inHand: [],
  selectedNodes: new Set(),
  selectedEdges: new Set(),
  ...more,
});

const edges = {
  ab: 'a.table>b.table',
  farA: 'far.table>a.table',
  farFurther: 'far.table>further.table',
};

test('draws what is in view, and knows the ends of the wires that pass', () => {
  const held = createHolding().hold(input());
  expect([...held.drawn].toSorted()).toEqual(['a', 'b']);
  expect([...held.edges].toSorted()).toEqual([edges.ab, edges.farA, edges.farFurther]);
  expect(held.nodes).toEqual(['a', 'b', 'far', 'further']);
});

test('knows what is selected, and draws what is in the hand, wherever it is', () => {
  const held = createHolding().hold(input({ selectedNodes: new Set(['c']), inHand: ['further'] }));
  expect(held.nodes).toContain('c');
  expect(held.drawn.has('c')).toBe(false);
  expect(held.drawn.has('further')).toBe(true);
});

test('keeps a card that went a little out of view, and lets go of one that is far', () => {
  const holding = createHolding();
  holding.hold(input());
  const beside = holding.hold(input({ view: { ...view, x: 560 } }));
  expect([...beside.drawn].toSorted()).toEqual(['a', 'b', 'c']);
  const away = holding.hold(input({ view: { ...view, x: 4000 } }));
  expect([...away.drawn]).toEqual([]);
});

test('covers a view of which all is drawn', () => {
  const holding = createHolding();
  holding.hold(input());
  expect(holding.covers({ ...view, x: 0, width: 400 })).toBe(true);
  expect(holding.covers({ ...view, x: 500 })).toBe(false);
});

test('looks again at a view that it covered once an edit has brought a card into it', () => {
  const holding = createHolding();
  const wider = { ...view, height: 800 };
  holding.hold(input());
  expect(holding.covers(wider)).toBe(true);
  const nodes = pipeline.nodes.map((node) =>
    node.id === 'c' ? { ...node, position: { x: 0, y: 600 } } : node,
  );
  holding.hold(input({ document: openDocument('p', { ...pipeline, nodes }) }));
  expect(holding.covers(wider)).toBe(false);
});

test('holds nothing from afar', () => {
  expect(createHolding().hold(input({ view: undefined })).nodes).toEqual([]);
});
