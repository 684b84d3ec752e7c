import { expect, test } from 'vitest';
import { testNode, testPipeline, testWire } from '../../../test/web/catalogue.ts';
import { openDocument } from '../store/document.ts';
import { heirOf } from './heirs.ts';

const at = (id: string, x: number, y: number) => testNode(id, 'filter', { position: { x, y } });
const before = openDocument(
  'p',
  testPipeline(
    [at('a', 0, 0), at('b', 300, 0), at('c', 600, 0), at('alone', 620, 90), at('far', 5_000, 0)],
    [testWire('a', 'b'), testWire('b', 'c'), testWire('c', 'far')],
  ),
);
const [first = ''] = before.edgesById.keys();

test.each([
  ['a card, what came after it', 'b', ['a', 'c', 'alone'], 'c'],
  ['the last card, what came before it', 'far', ['a', 'c', 'alone'], 'c'],
  ['what came before, where what came after is not drawn', 'c', ['a', 'b', 'alone'], 'b'],
  ['a card without wires, the nearest', 'alone', ['a', 'b', 'c'], 'c'],
  ['a wire, where it began', first, ['a', 'b'], 'a'],
  ['a wire, where it ended if its beginning went with it', first, ['b', 'c'], 'b'],
  ['a wire whose ends went with it, the nearest', first, ['c', 'far'], 'c'],
  ['what nobody knows, anything', 'ghost', ['c', 'a'], 'c'],
  ['all there was, nobody', 'a', [], undefined],
])('heir of %s', (_, gone, drawn, heir) => {
  expect(heirOf(gone, { before, drawn: new Set(drawn) })).toBe(heir);
});
