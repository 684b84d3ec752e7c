import { expect, test } from 'vitest';
import { testNode, testPipeline, testWire, typesByName } from '../../../../test/web/catalogue.ts';
import { initialState } from '../../store/initialState.ts';
import { openDocument } from '../../store/document.ts';
import { unwired } from './unwired.ts';

const start = initialState();

const looked = (
  wires: Parameters<typeof testPipeline>[1],
  node: string,
  more: { readonly pinned?: string; readonly lostPins?: readonly string[] } = {},
) => {
  const { pinned, lostPins = [] } = more;
  const nodes = [
    testNode('a', 'filter'),
    testNode('b', 'filter', pinned === undefined ? {} : { pinned }),
    testNode('c', 'filter'),
  ];
  const document = openDocument('p', testPipeline(nodes, wires));
  const catalogue = { ...start.catalogue, types: typesByName };
  const forecast = { ...start.forecast, lostPins: new Set(lostPins) };
  const found = unwired({ document, catalogue, forecast }, node);
  return found && [found.node, found.port.name];
};

test('names the input that has no wire, of the node or of what leads to it', () => {
  expect(looked([], 'b')).toEqual(['b', 'table']);
  expect(looked([testWire('a', 'b')], 'b')).toEqual(['a', 'table']);
});

test('ends where wires go round in a circle', () => {
  expect(looked([testWire('a', 'b'), testWire('b', 'a')], 'b')).toBeUndefined();
});

test('what is pinned has its result though something before it lacks a wire, as long as that is kept', () => {
  const wires = [testWire('a', 'b'), testWire('b', 'c')];
  const pinned = 'f'.repeat(64);
  expect(looked(wires, 'c')).toEqual(['a', 'table']);
  expect(looked(wires, 'c', { pinned })).toBeUndefined();
  expect(looked(wires, 'b', { pinned })).toBeUndefined();
  expect(looked(wires, 'c', { pinned, lostPins: ['b'] })).toEqual(['a', 'table']);
});
