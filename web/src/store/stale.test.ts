import fc from 'fast-check';
import { expect, test } from 'vitest';
import { downstream } from '#schemas/graph.ts';
import type { Pipeline, PipelineNode } from '#schemas/types.ts';
import { testNode, typesByName } from '../../../test/web/catalogue.ts';
import { labelNode, moveNodes, pinNode, setParam, unpinNodes } from './commands/nodes.ts';
import { setField } from './commands/pipeline.ts';
import { connect } from './commands/wires.ts';
import type { Command } from './commands/command.ts';
import { applyChange, inverse } from './change.ts';
import { openDocument } from './document.ts';
import { asGiven, givenTo, ranPartly, staleNodes, type RanGraph } from './stale.ts';
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

test('another parameter, or another subflow, makes nothing stale', () => {
  const parameters = [...ran.parameters, { name: 'share', type: 'number', default: 1 } as const];
  expect(stale(after(setField(ran, 'parameters', parameters)))).toEqual([]);

  const part = (nodes: readonly PipelineNode[]) => {
    return { name: 'part', parameters: [], inputs: [], outputs: [], nodes, edges: [] };
  };
  const runs = (id: string, definition: string) =>
    testNode(id, 'subflow', { params: { definition } });
  const definitions = { outer: part([runs('q', 'deep')]), deep: part([]), other: part([]) };
  const nodes = [runs('s', 'outer'), runs('t', 'other')];
  const subflows = openDocument('p', { ...pipeline, nodes, edges: [], definitions });
  const staleAfter = (changed: DocumentSlice['definitions']): string[] => {
    const { change } = setField(subflows, 'definitions', changed);
    return [...staleNodes(subflows, applyChange(subflows, change), isRandom)];
  };
  expect(staleAfter({ ...definitions, fresh: part([]) })).toEqual([]);
  expect(staleAfter({ ...definitions, other: part([testNode('y', 'filter')]) })).toEqual(['t']);
  expect(staleAfter({ ...definitions, deep: part([testNode('y', 'filter')]) })).toEqual(['s']);
});

test('a copy of the graph that was parsed anew is not stale', () => {
  const copy = openDocument('p', JSON.parse(JSON.stringify(pipeline)) as Pipeline);
  expect(stale(copy)).toEqual([]);
});

/** What ran once these nodes alone ran, of the graph as it is now. */
function ranThese(before: RanGraph, now: RanGraph & DocumentSlice, ids: readonly string[]) {
  const changed = staleNodes(before, now, isRandom);
  return ranPartly(before, now, { ids: new Set(ids), changed });
}

test('a run of some nodes leaves the others as old as they were', () => {
  const now = after(setParam(ran, 'b', 'y', 1));
  const onlyA = ranThese(ran, now, ['a']);
  expect([...staleNodes(onlyA, now, isRandom)]).toEqual(['b', 'c']);
  const toB = ranThese(onlyA, now, ['a', 'b']);
  const later = applyChange(now, setParam(now, 'other', 'x', 1).change);
  expect([...staleNodes(toB, later, isRandom)].sort()).toEqual(['c', 'other']);
});

test('what comes after nodes that ran anew stays stale until it runs too', () => {
  const now = after(setParam(ran, 'a', 'x', 1));
  const toB = ranThese(ran, now, ['a', 'b']);
  expect([...staleNodes(toB, now, isRandom)]).toEqual(['c']);
  // Nothing new came of it the second time.
  expect([...staleNodes(ranThese(toB, now, ['a', 'b']), now, isRandom)]).toEqual(['c']);
  expect([...staleNodes(ranThese(toB, now, ['a', 'b', 'c']), now, isRandom)]).toEqual([]);
  expect([...staleNodes(ranThese(ran, ran, ['a', 'b']), ran, isRandom)]).toEqual([]);
});

test('what ran with another value than the pipeline has is stale, until the pipeline has that value', () => {
  const preset = after(setField(ran, 'parameters', [{ ...pipeline.parameters[0]!, default: 'a' }]));
  const other = asGiven(preset, { file: 'b' });
  expect([...staleNodes(other, preset, isRandom)].sort()).toEqual(['a', 'b', 'c']);
  const same = asGiven(preset, { file: 'a' });
  expect([...staleNodes(same, preset, isRandom)]).toEqual([]);
  const adopted = setField(preset, 'parameters', [{ ...pipeline.parameters[0]!, default: 'b' }]);
  expect([...staleNodes(other, applyChange(preset, adopted.change), isRandom)]).toEqual([]);
  // A parameter without a value of its own.
  expect(stale(ran)).toEqual([]);
  expect([...staleNodes(asGiven(ran, { file: 'b' }), ran, isRandom)].sort()).toEqual([
    'a',
    'b',
    'c',
  ]);
});

test('a run of some nodes leaves what others were given, and the seed that they had', () => {
  const nodes = [...pipeline.nodes, testNode('z', 'filter', { params: { x: { $param: 'file' } } })];
  const graph = openDocument('p', { ...pipeline, nodes });
  const whole = asGiven(graph, { file: 'b' });
  const partly = ranThese(whole, graph, ['a']);
  expect([...staleNodes(partly, graph, isRandom)].sort()).toEqual(['b', 'c', 'z']);
  expect([givenTo(partly, 'z'), givenTo(partly, 'a'), givenTo(null, 'a')]).toEqual([
    { file: 'b' },
    {},
    {},
  ]);
  const again = ranThese(partly, graph, ['other']);
  expect([...staleNodes(again, graph, isRandom)].sort()).toEqual(['b', 'c', 'z']);
  const rest = ranThese(again, graph, ['a', 'b', 'c', 'z']);
  expect([...staleNodes(rest, graph, isRandom)]).toEqual([]);

  const reseeded = applyChange(graph, setField(graph, 'seed', 2).change);
  const first = ranThese(graph, reseeded, ['a', 'b']);
  expect([...staleNodes(first, reseeded, isRandom)]).toEqual(['c']);
});

test('any one edit of a setting makes exactly its node and what follows stale', () => {
  const graphs = fc.array(fc.option(fc.nat()), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(graphs, fc.nat(), (links, at) => {
      const nodes = links.map((_, index) => testNode(`n${index}`, 'filter'));
      const edges = links.flatMap((link, index) => {
        if (link === null || index === 0) return [];
        const from = { node: `n${link % index}`, port: 'table' };
        return [{ from, to: { node: `n${index}`, port: 'table' } }];
      });
      const before = openDocument('p', { ...pipeline, nodes, edges });
      const id = `n${at % nodes.length}`;
      const now = applyChange(before, setParam(before, id, 'x', 1).change);
      const expected = [...downstream({ nodes, edges }, [id])].sort();
      expect([...staleNodes(before, now, isRandom)].sort()).toEqual(expected);
    }),
  );
});

test('what is pinned, and what follows it alone, goes stale by another pin only', () => {
  const key = 'f'.repeat(64);
  const pinned = new Set(['b']);
  const held = after(pinNode(ran, 'b', key));
  expect([...staleNodes(ran, held, isRandom, pinned)]).toEqual([]);
  const edited = applyChange(held, setParam(held, 'b', 'x', 1).change);
  expect([...staleNodes(ran, edited, isRandom, pinned)]).toEqual([]);
  const above = applyChange(edited, setParam(edited, 'a', 'x', 1).change);
  expect([...staleNodes(ran, above, isRandom, pinned)]).toEqual(['a']);
  // Ran with the pin, and then freed of it: what it would give now is not what it gave.
  const freed = applyChange(above, unpinNodes(above, ['b']).change);
  expect([...staleNodes(above, freed, isRandom)].sort()).toEqual(['b', 'c']);
  expect(staleNodes(held, freed, isRandom).has('b')).toBe(true);
});
