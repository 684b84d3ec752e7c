import { expect, test } from 'vitest';
import type { Pipeline } from '#schemas/types.ts';
import { filledTemplate, inWords } from './proposal.ts';

const template: Pipeline = {
  format: 1,
  name: 'Classify',
  description: 'Learns to predict.',
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

test('a template is given the file and the column; what else it asks for is left to the person', () => {
  const dataset = { dataset: 'flowers.csv', hash: 'a'.repeat(64) };
  const { name, parameters } = filledTemplate(template, { dataset, target: 'kind' });
  expect(name).toBe('Classify · kind');
  expect(parameters).toEqual([
    { name: 'file', type: 'dataset', default: dataset },
    { name: 'target', type: 'column', default: 'kind' },
    { name: 'rounds', type: 'integer', default: 3 },
  ]);
});

test('a template becomes a pipeline in the words of whoever made it, which its report says again', () => {
  const words = {
    title: { en: 'Predict a category', 'pt-BR': 'Prever uma categoria' },
    summary: { en: 'Says how often it is right.', 'pt-BR': 'Diz quantas vezes acerta.' },
  };
  expect(inWords(template, words, 'pt-BR')).toMatchObject({
    name: 'Prever uma categoria',
    description: 'Diz quantas vezes acerta.',
  });
  expect(inWords(template, undefined, 'pt-BR')).toEqual(template);
});
