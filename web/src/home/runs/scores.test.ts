import { expect, test } from 'vitest';
import type { Edge, NodeResult, RunResult } from '#schemas/types.ts';
import { testNode, testPipeline, testWire } from '../../../../test/web/catalogue.ts';
import { judged, scoresOf } from './scores.ts';

const chain = (learner: string): readonly Edge[] => [
  testWire('data', learner),
  testWire(learner, `${learner}-predict`, 'model'),
  testWire('data', `${learner}-predict`),
  testWire(`${learner}-predict`, `${learner}-metrics`),
];
const learners = ['guess', 'network'];
const document = testPipeline(
  [
    testNode('data', 'csv-file'),
    ...learners.flatMap((id) => [
      testNode(id, id === 'guess' ? 'baseline' : 'neural-network'),
      testNode(`${id}-predict`, 'predict'),
      testNode(`${id}-metrics`, 'classification-metrics'),
    ]),
  ],
  learners.flatMap(chain),
);

const done = (report?: NodeResult['report']): NodeResult => {
  return { status: 'done', reason: { code: 'first-run' }, ...(report ? { report } : {}) };
};
const result = (nodes: RunResult['nodes']): RunResult => {
  return { run: 'r', status: 'done', seed: 1, nodes };
};

test('a report that judges a model says by what share; any other says nothing', () => {
  const folds = { type: 'cross-validation-regression', metrics: { r2: 0.8, rmse: 3 } };
  expect(judged(folds)).toEqual({ task: 'regression', value: 0.8 });
  for (const other of [
    undefined,
    { type: 'table', metrics: { accuracy: 1 } },
    { type: 'classification', metrics: { accuracy: null } },
    { type: 'classification' },
  ]) {
    expect(judged(other)).toBeUndefined();
  }
});

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
      isFolds: false,
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
    edges: [testWire('data', 'guess-metrics'), testWire('guess-metrics', 'data', 'report')],
  };
  const nodes = { 'guess-metrics': done({ type: 'classification', metrics: { accuracy: 1 } }) };
  expect(scoresOf(circle, result(nodes))).toEqual([]);
});

test('a report that took an amount for a category says of how many values', () => {
  const note = { code: 'classes-all-numbers', level: 'warning', params: { count: 840 } };
  const metrics = { accuracy: 0.002, n: 169 };
  const report = { type: 'classification', metrics, notes: [note] };
  const [score] = scoresOf(document, result({ 'guess-metrics': done(report) }));
  expect(score?.amounts).toBe(840);
});
