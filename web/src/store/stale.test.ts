import { expect, test } from 'vitest';
import type { Pipeline, PipelineNode } from '#schemas/types.ts';
import { testNode, typesByName } from '../../../test/web/catalogue.ts';
import { labelNode, moveNodes, setParam } from './commands/nodes.ts';
import { setField } from './commands/pipeline.ts';
import { connect } from './commands/wires.ts';
import type { Command } from './commands/command.ts';
import { applyChange, inverse } from './change.ts';
import { openDocument } from './document.ts';
import { ranPartly, staleNodes } from './stale.ts';
import type { DocumentSlice } from './state.ts';

const pipeline: Pipeline = {
  format: 1,
  name: 'x',
  nodes: [
    testNode('a', 'source', { params: { file: { $param: 'file' } } }),
    testNode('b', 'filter'),
    testNode('c', 'split'),
    testNode('other', 'source'),
  ],
  edges: [
    { from: { node: 'a', port: 'table' }, to: { node: 'b', port: 'table' } },
    { from: { node: 'b', port: 'table' }, to: { node: 'c', port: 'table' } },
  ],
  definitions: {},
  parameters: [{ name: 'file', type: 'text' }],
  seed: 1,
};
const ran = openDocument('p', pipeline);
const isRandom = ({ type }: PipelineNode): boolean => typesByName.get(type)?.random === true;
const stale = (now: DocumentSlice): string[] => [...staleNodes(ran, now, isRandom)].sort();
const after = ({ change }: Command): DocumentSlice => applyChange(ran, change);

test('a setting makes its node and what follows stale, and undoing it makes them fresh', () => {
  const command = setParam(ran, 'b', 'x', 1);
  const now = after(command);
  expect(stale(now)).toEqual(['b', 'c']);
  expect(stale(applyChange(now, inverse(command.change)))).toEqual([]);
});

test('a place or a name makes nothing stale', () => {
  expect(stale(after(moveNodes(ran, new Map([['a', { x: 5, y: 5 }]]))))).toEqual([]);
  expect(stale(after(labelNode(ran, 'a', 'Sales')))).toEqual([]);
});

test('a wire makes what it leads to stale', () => {
  const edge = { from: { node: 'other', port: 'table' }, to: { node: 'c', port: 'table' } };
  expect(stale(after(connect(ran, { types: typesByName }, edge)!))).toEqual(['c']);
});

test('the seed counts where chance is drawn upon, a parameter where it is referred to', () => {
  expect(stale(after(setField(ran, 'seed', 2)))).toEqual(['c']);
  const parameters = [{ name: 'file', type: 'text', default: 'b' }] as const;
  expect(stale(after(setField(ran, 'parameters', parameters)))).toEqual(['a', 'b', 'c']);
});

test('a copy of the graph that was parsed anew is not stale', () => {
  const copy = openDocument('p', JSON.parse(JSON.stringify(pipeline)) as Pipeline);
  expect(stale(copy)).toEqual([]);
});

test('a run of some nodes leaves the others as old as they were', () => {
  const now = after(setParam(ran, 'a', 'x', 1));
  const merged = ranPartly(ran, now, new Set(['a', 'b']));
  expect([...staleNodes(merged, now, isRandom)]).toEqual([]);
  const later = applyChange(now, setParam(now, 'c', 'x', 1).change);
  expect([...staleNodes(merged, later, isRandom)]).toEqual(['c']);
  const onlyA = ranPartly(ran, after(setParam(ran, 'b', 'y', 1)), new Set(['a']));
  expect([...staleNodes(onlyA, after(setParam(ran, 'b', 'y', 1)), isRandom)]).toEqual(['b', 'c']);
});
