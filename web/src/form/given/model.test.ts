import { expect, test } from 'vitest';
import { documentAsGiven } from '#schemas/document/given.ts';
import type { NodeType, Parameter, Pipeline } from '#schemas/types.ts';
import { testNode } from '../../../../test/web/catalogue.ts';
import { fieldFor, givenOf, isEmptied, parameterOf, presets } from './model.ts';

const depth: Parameter = { name: 'depth', type: 'integer', label: 'Max depth', default: 3 };
const target: Parameter = { name: 'target', type: 'column' };
const loose: Parameter = { name: 'loose', type: 'number', description: 'Of no use.' };
const parameters = [depth, target, loose];

const tree = {
  name: 'tree',
  inputs: [],
  outputs: [],
  params: {
    type: 'object',
    properties: {
      maxDepth: { type: 'integer', minimum: 1, maximum: 30, default: 8, title: 'Depth' },
      column: { type: 'string', title: 'Column', ui: { widget: 'column' } },
    },
  },
  paramTexts: {},
} as unknown as NodeType;
const nodes = [
  testNode('other', 'unknown'),
  testNode('a', 'tree', {
    params: { maxDepth: { $param: 'depth' }, column: { $param: 'target' } },
  }),
];
const world = { nodes, types: new Map([['tree', tree]]), locale: 'en' as const };

test('only what differs from the pipeline is given', () => {
  const values = presets(parameters);
  expect(values).toEqual({ depth: 3, target: null, loose: null });
  expect(givenOf(parameters, values)).toEqual({});
  expect(givenOf(parameters, { ...values, depth: 5, target: '' })).toEqual({ depth: 5 });
  expect(givenOf(parameters, { ...values, target: 'y', loose: 0 })).toEqual({
    target: 'y',
    loose: 0,
  });
});

test('a value that the pipeline has can be another, not none', () => {
  expect([isEmptied(depth, null), isEmptied(depth, 5), isEmptied(target, '')]).toEqual([
    true,
    false,
    false,
  ]);
  expect(isEmptied({ ...target, default: 'y' }, '')).toBe(true);
});

test('a parameter is asked for in the field that takes it, under its own name', () => {
  const { field, node } = fieldFor(depth, world);
  expect(node?.id).toBe('a');
  expect(field).toMatchObject({ name: 'depth', title: 'Max depth', widget: 'number' });
  expect(field.schema).toMatchObject({ minimum: 1, maximum: 30, default: 3 });
  const plain = fieldFor(loose, world);
  expect(plain.node).toBeUndefined();
  expect(plain.field).toMatchObject({
    widget: 'number',
    title: 'loose',
    description: 'Of no use.',
  });
});

test('what is wrong is told of the parameter that it is about', () => {
  const document: Pipeline = {
    format: 1,
    name: 'x',
    seed: 1,
    edges: [],
    definitions: {},
    nodes,
    parameters,
  };
  const given = documentAsGiven(document, { depth: 99, target: 'gone' }).nodes;
  const of = (code: string, params: Readonly<Record<string, string>>, path?: string) =>
    parameterOf({ node: 'a', code, params, ...(path === undefined ? {} : { path }) }, given, world);
  expect(of('value-too-large', {}, '/maxDepth')).toBe('depth');
  expect(of('column-unknown', { column: 'gone' })).toBe('target');
  expect(of('column-unknown', { column: 'else' })).toBeUndefined();
  expect(of('parameter-without-value', { parameter: 'loose' })).toBe('loose');
});
