import { expect, test } from 'vitest';
import { testNode, testPipeline, testWire } from '../../../test/web/catalogue.ts';
import { openDocument } from '../store/document.ts';
import { pathThrough } from './path.ts';

const pipeline = testPipeline(
  ['a', 'b', 'c', 'd', 'e', 'alone'].map((id) => testNode(id, 'filter')),
  [
    testWire('a', 'b'),
    testWire('b', 'c'),
    testWire('a', 'd'),
    testWire('d', 'e'),
    testWire('a', 'c'),
  ],
);
const graph = openDocument('p', pipeline);

test('a path holds what leads to a node and what it leads to, and no branch beside it', () => {
  const lit = pathThrough('b', graph);
  expect([...(lit?.nodes ?? [])].toSorted()).toEqual(['a', 'b', 'c']);
  expect([...(lit?.edges ?? [])]).toEqual(['a.table>b.table', 'b.table>c.table']);
});

test('there is none for a node without wires', () => {
  expect(pathThrough('alone', graph)).toBeUndefined();
});
