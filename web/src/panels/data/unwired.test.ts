import { expect, test } from 'vitest';
import { testNode, testPipeline, testWire, typesByName } from '../../../../test/web/catalogue.ts';
import { initialState } from '../../store/initialState.ts';
import { openDocument } from '../../store/document.ts';
import { unwired } from './unwired.ts';

const looked = (wires: Parameters<typeof testPipeline>[1], node: string) => {
  const nodes = [testNode('a', 'filter'), testNode('b', 'filter')];
  const document = openDocument('p', testPipeline(nodes, wires));
  const catalogue = { ...initialState().catalogue, types: typesByName };
  const found = unwired({ document, catalogue }, node);
  return found && [found.node, found.port.name];
};

test('names the input that has no wire, of the node or of what leads to it', () => {
  expect(looked([], 'b')).toEqual(['b', 'table']);
  expect(looked([testWire('a', 'b')], 'b')).toEqual(['a', 'table']);
});

test('ends where wires go round in a circle', () => {
  expect(looked([testWire('a', 'b'), testWire('b', 'a')], 'b')).toBeUndefined();
});
