import { expect, test } from 'vitest';
import { testNode, typesByName } from '../../../../test/web/catalogue.ts';
import type { Problem } from '#schemas/types.ts';
import { foundIn } from './importPipeline.ts';

const problem = (code: string, path: string, params: Problem['params'] = {}): Problem => {
  return {
    type: '',
    title: '',
    status: 422,
    detail: '',
    remedy: '',
    kind: 'user',
    code,
    path,
    params,
  };
};

test('a wire that is wrong at both ends is one wire, and a data set that two nodes miss is one', () => {
  const nodes = [testNode('a', 'source'), testNode('b', 'strange'), testNode('c', 'strange')];
  const missing = { dataset: 'sales.csv' };
  const problems = [
    problem('edge-unknown-port', '/edges/3/from/port'),
    problem('edge-unknown-port', '/edges/3/to/port'),
    problem('edge-unknown-node', '/edges/12'),
    problem('node-type-unknown', '/nodes/1/type'),
    problem('dataset-missing', '/nodes/0/params/file', missing),
    problem('dataset-missing', '/nodes/2/params/file', missing),
    problem('param-required', '/nodes/0/params/x'),
  ];
  const found = foundIn({ nodes }, problems, typesByName);
  expect({ ...found, problems: found.problems.map(({ code }) => code) }).toEqual({
    unknown: ['strange'],
    missing: ['sales.csv'],
    ghosts: 2,
    problems: ['param-required'],
  });
});
