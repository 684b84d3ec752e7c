import { expect, test } from 'vitest';
import type { Problem } from '#schemas/types.ts';
import { testNode, testPipeline, testWire, typesByName } from '../../../../test/web/catalogue.ts';
import { initialState } from '../../store/initialState.ts';
import { openDocument } from '../../store/document.ts';
import { obstacle } from './obstacle.ts';

const start = initialState();

const problemAt = (path?: string): Problem => ({
  type: 'urn:esteira:error:dataset-not-chosen',
  title: '',
  status: 422,
  detail: '',
  code: 'dataset-not-chosen',
  kind: 'user',
  remedy: '',
  params: {},
  ...(path !== undefined && { path }),
});

const looked = (
  wires: Parameters<typeof testPipeline>[1],
  node: string,
  more: {
    readonly pinned?: string;
    readonly lostPins?: readonly string[];
    readonly problems?: readonly (readonly [node: string, path?: string])[];
  } = {},
) => {
  const { pinned, lostPins = [], problems = [] } = more;
  const nodes = [
    testNode('s', 'source'),
    testNode('a', 'filter'),
    testNode('b', 'filter', pinned === undefined ? {} : { pinned }),
    testNode('c', 'filter'),
  ];
  const document = openDocument('p', testPipeline(nodes, wires));
  const catalogue = { ...start.catalogue, types: typesByName };
  const forecast = { ...start.forecast, lostPins: new Set(lostPins) };
  const problemsByNode = new Map(problems.map(([at, path]) => [at, [problemAt(path)]]));
  const analysis = { ...start.analysis, problemsByNode };
  const found = obstacle({ document, catalogue, forecast, analysis }, node);
  return found && [found.node, 'port' in found ? found.port.name : found.problem.path];
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

test('names the field that stands wrong, of the node or of what leads to it', () => {
  const wires = [testWire('s', 'a'), testWire('a', 'b')];
  expect(looked(wires, 'b')).toBeUndefined();
  expect(looked(wires, 'b', { problems: [['s', '/file']] })).toEqual(['s', '/file']);
  expect(looked(wires, 's', { problems: [['a', '/file']] })).toBeUndefined();
  expect(looked(wires, 'b', { problems: [['s']] })).toBeUndefined();
});
