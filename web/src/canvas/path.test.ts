import { expect, test } from 'vitest';
import { testNode } from '../../../test/web/catalogue.ts';
import { openDocument } from '../store/document.ts';
import { pathThrough } from './path.ts';

const wire = (from: string, to: string) => ({
  from: { node: from, port: 'table' },
  to: { node: to, port: 'table' },
});
const graph = openDocument('p', {
  format: 1,
  name: 'x',
  nodes: ['a', 'b', 'c', 'd', 'e', 'alone'].map((id) => testNode(id, 'filter')),
  edges: [wire('a', 'b'), wire('b', 'c'), wire('a', 'd'), wire('d', 'e'), wire('a', 'c')],
  definitions: {},
  parameters: [],
  seed: 1,
});

test('a path holds what leads to a node and what it leads to, and no branch beside it', () => {
  const lit = pathThrough('b', graph);
  expect([...(lit?.nodes ?? [])].toSorted()).toEqual(['a', 'b', 'c']);
  expect([...(lit?.edges ?? [])]).toEqual(['a.table>b.table', 'b.table>c.table']);
});

test('there is none for a node without wires', () => {
  expect(pathThrough('alone', graph)).toBeUndefined();
});
