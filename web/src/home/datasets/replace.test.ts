import { expect, test } from 'vitest';
import type { Pipeline } from '#schemas/types.ts';
import { replaceDataset } from './replace.ts';

const old = { dataset: 'clients.csv', hash: 'a'.repeat(64) };
const other = { dataset: 'places.csv', hash: 'b'.repeat(64) };
const next = { dataset: 'clients of may.csv', hash: 'c'.repeat(64) };

const reader = (id: string, file: typeof old) => {
  return { id, type: 'csv-file', version: 1, params: { file }, position: { x: 0, y: 0 } };
};
const document: Pipeline = {
  format: 1,
  name: 'Two files',
  nodes: [reader('clients', old), reader('places', other)],
  edges: [],
  definitions: {
    part: {
      name: 'Part',
      nodes: [reader('inside', old)],
      edges: [],
      inputs: [],
      outputs: [],
      parameters: [],
    },
  },
  parameters: [{ name: 'file', type: 'dataset', default: old }],
  seed: 1,
};

test('the new file stands wherever the old one stood, and nowhere else', () => {
  const replaced = replaceDataset(document, old.hash, next);
  expect(replaced.nodes.map(({ params }) => params['file'])).toEqual([next, other]);
  expect(replaced.definitions['part']!.nodes[0]!.params['file']).toEqual(next);
  expect(replaced.parameters[0]!.default).toEqual(next);
  expect(replaced.nodes[1]).toBe(document.nodes[1]);
});

test('there and back gives the same document, and one that does not read it stays as it is', () => {
  const back = replaceDataset(replaceDataset(document, old.hash, next), next.hash, old);
  expect(back).toEqual(document);
  expect(replaceDataset(document, next.hash, old)).toBe(document);
});
