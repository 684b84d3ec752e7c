import { expect, test } from 'vitest';
import type { Edge, NodeResult, Pipeline, RunResult } from '#schemas/types.ts';
import { scoresOf } from './scores.ts';

const node = (id: string, type: string) => {
  return { id, type, version: 1, params: {}, position: { x: 0, y: 0 } };
};
const wire = (from: string, output: string, to: string, input = output): Edge => {
  return { from: { node: from, port: output }, to: { node: to, port: input } };
};
const chain = (learner: string): readonly Edge[] => [
  wire('data', 'table', learner),
  wire(learner, 'model', `${learner}-predict`),
  wire('data', 'table', `${learner}-predict`),
  wire(`${learner}-predict`, 'table', `${learner}-metrics`),
];
const learners = ['guess', 'network'];
const document: Pipeline = {
  format: 1,
  name: 'Two learners',
  nodes: [
    node('data', 'csv-file'),
    ...learners.flatMap((id) => [
      node(id, id === 'guess' ? 'baseline' : 'neural-network'),
      node(`${id}-predict`, 'predict'),
      node(`${id}-metrics`, 'classification-metrics'),
    ]),
  ],
  edges: learners.flatMap(chain),
  definitions: {},
  parameters: [],
  seed: 1,
};

const done = (report?: NodeResult['report']): NodeResult => {
  return { status: 'done', reason: { code: 'first-run' }, ...(report ? { report } : {}) };
};
const result = (nodes: RunResult['nodes']): RunResult => {
  return { run: 'r', status: 'done', seed: 1, nodes };
};

test('each report is told of the model that was asked for it, best first', () => {
  const report = (accuracy: number) =>
    done({ type: 'classification', metrics: { accuracy, n: 60 } });
  const scores = scoresOf(
    document,
    result({ 'guess-metrics': report(0.44), 'network-metrics': report(0.98) }),
  );
  expect(scores).toMatchObject([
    { step: 'network', type: 'neural-network', value: 0.98, rows: 60, report: 'network-metrics' },
    { step: 'guess', type: 'baseline', value: 0.44 },
  ]);
});

test('a number is scored by what it explains, with its typical error; other reports have no score', () => {
  const nodes = {
    'network-metrics': done({ type: 'regression', metrics: { r2: 0.8, mae: 12 } }),
    'guess-metrics': done({ type: 'table', metrics: { rows: 9 } }),
  };
  expect(scoresOf(document, result(nodes))).toEqual([
    {
      step: 'network',
      type: 'neural-network',
      label: undefined,
      task: 'regression',
      value: 0.8,
      error: 12,
      report: 'network-metrics',
    },
  ]);
});

test('numbers are ranked by their typical error, whatever one wild row does to the rest', () => {
  const report = (r2: number, mae: number) => done({ type: 'regression', metrics: { r2, mae } });
  const nodes = { 'guess-metrics': report(0.92, 741), 'network-metrics': report(0.83, 337) };
  expect(scoresOf(document, result(nodes)).map(({ step }) => step)).toEqual(['network', 'guess']);
});

test('a cross-validation judges its model too', () => {
  const metrics = { accuracy: 0.9, accuracySd: 0.01, folds: 5 };
  const nodes = { 'network-metrics': done({ type: 'cross-validation-classification', metrics }) };
  expect(scoresOf(document, result(nodes))).toMatchObject([
    { step: 'network', task: 'classification', value: 0.9 },
  ]);
});

test('a report that no model stands before, even on a circle, has no score', () => {
  const circle = {
    ...document,
    edges: [wire('data', 'table', 'guess-metrics'), wire('guess-metrics', 'report', 'data')],
  };
  const nodes = { 'guess-metrics': done({ type: 'classification', metrics: { accuracy: 1 } }) };
  expect(scoresOf(circle, result(nodes))).toEqual([]);
});
