import { expect, test } from 'vitest';
import type { Pipeline } from '#schemas/types.ts';
import { filledTemplate } from './proposal.ts';

test('a template is given the file and the column; what else it asks for is left to the person', () => {
  const template: Pipeline = {
    format: 1,
    name: 'Classify',
    nodes: [],
    edges: [],
    definitions: {},
    parameters: [
      { name: 'file', type: 'dataset' },
      { name: 'target', type: 'column' },
      { name: 'rounds', type: 'integer', default: 3 },
    ],
    seed: 1,
  };
  const dataset = { dataset: 'flowers.csv', hash: 'a'.repeat(64) };
  const { name, parameters } = filledTemplate(template, { dataset, target: 'kind' });
  expect(name).toBe('Classify · kind');
  expect(parameters).toEqual([
    { name: 'file', type: 'dataset', default: dataset },
    { name: 'target', type: 'column', default: 'kind' },
    { name: 'rounds', type: 'integer', default: 3 },
  ]);
});
