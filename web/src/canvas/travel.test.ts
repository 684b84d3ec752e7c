import { expect, test } from 'vitest';
import { testNode, testPipeline, testWire } from '../../../test/web/catalogue.ts';
import { openDocument } from '../store/document.ts';
import { nextAlong, type Way } from './travel.ts';

const at = (id: string, x: number, y: number) => testNode(id, 'filter', { position: { x, y } });
const pipeline = testPipeline(
  [at('a', 0, 0), at('low', 300, 200), at('high', 300, -200), at('mid', 300, 0), at('alone', 0, 9)],
  [testWire('a', 'low'), testWire('a', 'high'), testWire('a', 'mid')],
);
const graph = openDocument('p', pipeline);

test.each<[string, Way, string | undefined]>([
  ['a', 'after', 'high'],
  ['low', 'before', 'a'],
  ['a', 'before', undefined],
  ['high', 'below', 'mid'],
  ['mid', 'below', 'low'],
  ['low', 'below', 'high'],
  ['high', 'above', 'low'],
  ['a', 'below', undefined],
  ['alone', 'after', undefined],
  ['gone', 'above', undefined],
])('from %s, %s comes %s', (id, way, next) => {
  expect(nextAlong(graph, id, way)).toBe(next);
});
