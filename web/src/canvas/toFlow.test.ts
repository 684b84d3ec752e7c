import { describe, expect, test } from 'vitest';
import { testNode, testPipeline, testWire, typesByName } from '../../../test/web/catalogue.ts';
import { openDocument } from '../store/document.ts';
import { labelNode, moveNodes } from '../store/commands/nodes.ts';
import { applyChange } from '../store/change.ts';
import type { DocumentSlice } from '../store/state.ts';
import { createToFlow, type FlowNodesInput } from './toFlow.ts';

const pipeline = testPipeline(
  [
    testNode('a', 'source'),
    testNode('b', 'predict', { position: { x: 300, y: 40 } }),
    testNode('c', 'not-installed'),
  ],
  [
    testWire('a', 'b'),
    { from: { node: 'a', port: 'table' }, to: { node: 'c', port: 'what' } },
    { from: { node: 'c', port: 'else' }, to: { node: 'b', port: 'model' } },
  ],
);
const document = openDocument('p', pipeline);

const input = (more: Partial<FlowNodesInput> = {}): FlowNodesInput => ({
  document,
  catalogue: { types: typesByName },
  selectedNodes: new Set<string>(),
  moving: new Map(),
  ...more,
});

describe('nodes', () => {
  test('have a size and a handle for each port, so that nothing is measured', () => {
    const [a, b] = createToFlow().nodes(input());
    expect([a?.width, a?.height]).toEqual([216, 72]);
    expect(a?.handles).toEqual([
      { id: 'table', type: 'source', position: 'right', x: 210, y: 30, width: 12, height: 12 },
    ]);
    expect(b?.handles?.map(({ id, x, y }) => [id, x, y])).toEqual([
      ['model', -6, 18],
      ['table', -6, 42],
      ['table', 210, 30],
    ]);
  });

  test('of a type that is not installed have the ports that their wires name', () => {
    const c = createToFlow().nodes(input())[2];
    expect(c?.data.ports.inputs.map(({ name }) => name)).toEqual(['what']);
    expect(c?.data.ports.outputs.map(({ name }) => name)).toEqual(['else']);
  });

  test('that do not change stay the same objects', () => {
    const toFlow = createToFlow();
    const before = toFlow.nodes(input());
    expect(toFlow.nodes(input()).map((node, at) => node === before[at])).toEqual([
      true,
      true,
      true,
    ]);
    const renamed = applyChange(document, labelNode(document, 'a', 'Sales').change);
    const same = (next: FlowNodesInput) =>
      toFlow.nodes(next).map((node, at) => node === before[at]);
    expect(same(input({ document: renamed }))).toEqual([false, true, true]);
    expect(toFlow.nodes(input())[1]).toBe(before[1]);
    const selected = toFlow.nodes(input({ selectedNodes: new Set(['b']) }));
    expect(selected.map((node) => node.selected)).toEqual([false, true, false]);
  });

  test('in the hand stand where the hand is, and keep what they show', () => {
    const toFlow = createToFlow();
    const [still] = toFlow.nodes(input());
    const [moved] = toFlow.nodes(input({ moving: new Map([['a', { x: 7, y: 9 }]]) }));
    expect(moved?.position).toEqual({ x: 7, y: 9 });
    expect(moved?.data).toBe(still?.data);
    expect(moved?.handles).toBe(still?.handles);
  });
});

test('wires that do not change stay the same objects', () => {
  const toFlow = createToFlow();
  const nothing = new Set<string>();
  const before = toFlow.edges({ document, selectedEdges: nothing });
  const moved: DocumentSlice = applyChange(
    document,
    moveNodes(document, new Map([['a', { x: 1, y: 1 }]])).change,
  );
  const after = toFlow.edges({ document: moved, selectedEdges: new Set(['a.table>b.table']) });
  expect(after.map((edge, at) => edge === before[at])).toEqual([false, true, true]);
  expect(after[0]).toMatchObject({ source: 'a', sourceHandle: 'table', target: 'b' });
});
