import { describe, expect, test } from 'vitest';
import type { NodeType } from '#schemas/types.ts';
import { wire } from '../../../../test/documents/graphs.ts';
import { testNode, testPipeline, types, typesByName } from '../../../../test/web/catalogue.ts';
import { applyChange, inverse } from '../change.ts';
import { openDocument, pipelineOf } from '../document.ts';
import { replaceNode } from './replace.ts';

const withParams = (type: string, properties: object): NodeType => ({
  ...typesByName.get(type)!,
  params: { type: 'object', properties },
});
const number = { type: 'number', minimum: 0, maximum: 1, ui: { widget: 'number' } };
const catalogue = {
  types: new Map([
    ...typesByName,
    [
      'filter',
      withParams('filter', {
        share: number,
        big: number,
        text: { type: 'string' },
        way: { enum: ['a', 'b'] },
        only: { type: 'boolean' },
      }),
    ],
    [
      'split',
      withParams('split', {
        share: number,
        big: { ...number, maximum: 0.5 },
        text: { type: 'number' },
        way: { enum: ['a'] },
      }),
    ],
  ]),
};

const pipeline = testPipeline(
  [
    testNode('a', 'source'),
    testNode('b', 'filter', {
      label: 'Mine',
      notes: 'Why',
      pinned: 'a'.repeat(64),
      position: { x: 8, y: 16 },
      params: { share: 0.5, big: 0.9, text: 'x', way: 'b', only: true, gone: 1 },
    }),
    testNode('c', 'append'),
    testNode('d', 'append'),
  ],
  [
    wire('a.table', 'b.table'),
    wire('b.table', 'c.tables'),
    wire('a.table', 'd.tables'),
    wire('b.table', 'd.tables'),
  ],
);
const document = openDocument('p', pipeline);

const wiresAfter = (id: string, type: string) => {
  const found = replaceNode(document, catalogue, id, catalogue.types.get(type)!)!;
  const after = applyChange(document, found.command.change);
  return { ...found, after, wires: [...after.edgesById.keys()] };
};

describe('a node in place of another', () => {
  test('keeps place, label, note, wires and the params that both have, and no result of the other', () => {
    const { after, wires, lost } = wiresAfter('b', 'split');
    expect(lost).toEqual([]);
    expect(wires).toEqual([...document.edgesById.keys()]);
    const { pinned: _, ...kept } = document.nodesById.get('b')!;
    expect(after.nodesById.get('b')).toStrictEqual({
      ...kept,
      type: 'split',
      params: { share: 0.5 },
    });
  });

  test('takes wires to ports of other names where they fit, in their order', () => {
    const { wires, lost } = wiresAfter('b', 'append');
    expect(lost).toEqual([]);
    expect(wires).toEqual([
      'a.table>b.tables',
      'b.table>c.tables',
      'a.table>d.tables',
      'b.table>d.tables',
    ]);
  });

  test('says which wires do not fit, and why', () => {
    const { wires, lost } = wiresAfter('b', 'learner');
    expect(wires).toEqual(['a.table>b.table', 'a.table>d.tables']);
    expect(lost.map(({ edge, reason }) => [edge.to.node, reason?.code])).toEqual([
      ['c', 'port-types-differ'],
      ['d', 'port-types-differ'],
    ]);
  });

  test('with an input for one takes the first of several wires', () => {
    const { wires, lost } = wiresAfter('d', 'filter');
    expect(wires).toContain('a.table>d.table');
    expect(lost.map(({ edge }) => edge.from.node)).toEqual(['b']);
  });

  test.each(types.map(({ type }) => type).filter((type) => type !== 'filter'))(
    'is taken back as one step: %s',
    (type) => {
      const { command, after } = wiresAfter('b', type);
      const back = applyChange(after, inverse(command.change));
      expect(JSON.stringify(pipelineOf(back))).toBe(JSON.stringify(pipeline));
    },
  );

  test('is nothing where there is none, or one of that type', () => {
    expect(replaceNode(document, catalogue, 'b', typesByName.get('filter')!)).toBeUndefined();
    expect(replaceNode(document, catalogue, 'z', typesByName.get('filter')!)).toBeUndefined();
  });
});
