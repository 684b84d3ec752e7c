import { expect, test } from 'vitest';
import { differenceOf } from '#schemas/document/difference.ts';
import type { Definition, NodeResult, NodeType, Pipeline, RunResult } from '#schemas/types.ts';
import { testNode, testPipeline, testWire } from '../../../test/web/catalogue.ts';
import { sayIn } from '../../../test/web/say.ts';
import { fieldsOf } from '../form/model/fields.ts';
import type { Report } from '../results/report.ts';
import type { RunSummary } from '../apiTypes.ts';
import { definitionText } from './definitionText.ts';
import { figureChanges, otherChanges, rowsApart } from './figures.ts';
import { mayHaveOtherRows } from './otherRows.ts';
import { comparedRun, compareRuns } from './pairs.ts';
import { summaryOf } from './summary.ts';
import { valueText } from './valueText.ts';

const report = (metrics: Report['metrics'], details: Report['details'] = {}): Report => ({
  type: 'classification',
  metrics,
  details,
  notes: [],
});
/** With Wilson's interval, as the metrics nodes report it. */
const accuracy = (value: number, low: number, high: number, n = 100): Report =>
  report({ accuracy: value, n }, { accuracyInterval: { low, high } });
const verdictBetween = (before: Report, after: Report) =>
  figureChanges(before, after)[0]?.change?.verdict;

test('a difference that chance would often make is neither better nor worse', () => {
  const [fewer, more] = [accuracy(0.8, 0.7112, 0.8667), accuracy(0.85, 0.7672, 0.9069)];
  expect(verdictBetween(fewer, more)).toBe('noise');
  expect(verdictBetween(more, fewer)).toBe('noise');
  expect(verdictBetween(fewer, fewer)).toBe('same');
  // Of 10,000 rows the same shares are far apart.
  const [rough, fine] = [accuracy(0.8, 0.7921, 0.8077), accuracy(0.85, 0.8429, 0.8569)];
  expect(verdictBetween(rough, fine)).toBe('better');
  expect(verdictBetween(fine, rough)).toBe('worse');
});

test('of errors less is better; where no report says how sure it is, nor do we', () => {
  const error = (mae: number, reach: number): Report =>
    report({ mae }, { maeInterval: { low: mae - reach, high: mae + reach } });
  expect(verdictBetween(error(10, 1), error(5, 1))).toBe('better');
  expect(verdictBetween(error(5, 1), error(10, 1))).toBe('worse');
  expect(verdictBetween(error(10, 1), error(9, 1))).toBe('noise');
  expect(verdictBetween(report({ logLoss: 0.5 }), report({ logLoss: 0.4 }))).toBe('seems-better');
  expect(verdictBetween(report({ r2: 0.5 }), report({ r2: 0.4 }))).toBe('seems-worse');
});

test('figures of a cross-validation are told apart by how much its folds differ', () => {
  const folded = (value: number, spread: number, folds: number): Report =>
    report({ macroF1: value, macroF1Sd: spread, folds });
  expect(verdictBetween(folded(0.8, 0.02, 5), folded(0.84, 0.02, 5))).toBe('noise');
  expect(verdictBetween(folded(0.8, 0.02, 5), folded(0.9, 0.02, 5))).toBe('better');
  expect(verdictBetween(folded(0.8, 0.02, 2), folded(0.9, 0.02, 2))).toBe('noise');
});

test('figures that only one run has stand alone, other metrics only where they differ', () => {
  const [before, after] = [
    report({ accuracy: 0.8, n: 50, saved: 3, kept: 'x' }),
    report({ accuracy: 0.8, rocAuc: 0.9, n: 60, saved: 4, kept: 'x' }),
  ];
  expect(figureChanges(before, after).map(({ name, change }) => [name, change?.verdict])).toEqual([
    ['accuracy', 'same'],
    ['rocAuc', undefined],
  ]);
  expect(otherChanges(before, after)).toEqual([{ name: 'saved', before: '3', after: '4' }]);
  expect(rowsApart(before, after)).toEqual({ before: 50, after: 60 });
  expect(rowsApart(before, before)).toBeUndefined();
  expect(figureChanges(undefined, after)).toHaveLength(2);
});

const document = testPipeline(
  [
    testNode('judge', 'metrics'),
    testNode('learn', 'network', { params: { size: { $param: 'size' } } }),
  ],
  [testWire('learn', 'judge', 'model')],
  { name: 'Birds', parameters: [{ name: 'size', type: 'integer', default: 8 }] },
);
const summary = (params: RunSummary['params'] = {}): RunSummary => ({
  id: 'r',
  name: 'Birds',
  pipeline: 'p',
  status: 'done',
  params,
  targets: null,
  seed: 1,
  attempt: 1,
  trigger: 'person',
  actor: 'owner',
  version: '1',
  createdAt: '2026-01-01T00:00:00Z',
  startedAt: null,
  finishedAt: null,
});
const done = (more: Partial<NodeResult> = {}): NodeResult => ({
  status: 'done',
  reason: { code: 'first-run' },
  ...more,
});
const result = (nodes: RunResult['nodes']): RunResult => ({
  run: 'r',
  status: 'done',
  seed: 1,
  nodes,
});

test('runs of one pipeline with other values differ in what the values were put into', () => {
  const judged = done({ report: { type: 'classification', metrics: { accuracy: 0.9 } } });
  const { difference, steps, reports } = compareRuns(
    comparedRun(summary(), document, result({ learn: done(), judge: judged })),
    comparedRun(summary({ size: 32 }), document, result({ learn: done() })),
  );
  expect(difference.nodes.changed.map(({ id, params }) => [id, params])).toEqual([
    ['learn', [{ name: 'size', before: 8, after: 32 }]],
  ]);
  expect(steps.map(({ id }) => id)).toEqual(['learn', 'judge']);
  expect(reports).toMatchObject([
    { id: 'judge', learner: { id: 'learn' }, before: { metrics: { accuracy: 0.9 } } },
  ]);
  expect(reports[0]!.after).toBeUndefined();
});

test('rows may be others where the seed, the data or the split changed', () => {
  const typeOf = ({ type }: Pipeline['nodes'][number]) =>
    ({ category: type === 'split-data' ? 'split' : 'learn' }) as NodeType;
  const withSplit = { ...document, nodes: [...document.nodes, testNode('split', 'split-data')] };
  const apart = (after: Pipeline): boolean =>
    mayHaveOtherRows(differenceOf(withSplit, after), typeOf);
  const changed = (id: string): Pipeline => ({
    ...withSplit,
    nodes: withSplit.nodes.map((each) => (each.id === id ? { ...each, params: { n: 9 } } : each)),
  });
  expect(apart(withSplit)).toBe(false);
  expect(apart({ ...withSplit, seed: 2 })).toBe(true);
  expect(apart(changed('split'))).toBe(true);
  expect(apart(changed('learn'))).toBe(false);
  expect(apart(document)).toBe(true);
});

test('values are told as the form tells them', () => {
  const words = { say: sayIn('en'), locale: 'en', print: () => 'a > 1' } as const;
  const properties = {
    method: {
      enum: ['mean'],
      default: 'mean',
      ui: { labels: { mean: 'Mean: the sum by the count' } },
    },
    columns: { type: 'array', items: { type: 'string' } },
    rows: { type: 'array', items: { type: 'object', properties: { n: { title: 'Count' } } } },
    on: { type: 'boolean' },
    rate: { type: 'number', ui: { unit: '%' } },
  };
  const fields = fieldsOf({ params: { properties }, paramTexts: {} }, 'en');
  const text = (name: string, value: unknown): string =>
    valueText(
      value,
      fields.find((each) => each.name === name),
      words,
    );
  expect(text('method', 'mean')).toBe('Mean');
  expect(text('method', undefined)).toBe('Mean (default)');
  expect(text('columns', ['a', 'b'])).toBe('a, b');
  expect(text('columns', [])).toBe('none chosen');
  expect(
    text(
      'columns',
      Array.from({ length: 12 }, () => 'c'),
    ),
  ).toContain('and 4 more');
  expect(text('rows', [{ n: 1 }, { n: 2 }])).toBe('Count: 1; Count: 2');
  expect([text('on', true), text('rate', 0.5), text('gone', null)]).toEqual([
    'yes',
    '0.5 %',
    'empty',
  ]);
  expect(text('file', { dataset: 'birds.csv', hash: 'abcdef0123456789' })).toBe(
    'birds.csv (abcdef01)',
  );
  expect(text('formula', { kind: 'call' })).toBe('a > 1');
  expect(text('rate', { $param: 'share' })).toBe('the parameter “share”');
  expect(text('name', 'x'.repeat(1000))).toHaveLength(241);
});

const subflow = (nodes: Pipeline['nodes'], more: Partial<Definition> = {}): Definition => ({
  name: 'Prepare',
  parameters: [],
  inputs: [{ name: 'rows', type: 'table', to: [{ node: 'clean', port: 'table' }] }],
  outputs: [{ name: 'made', type: 'table', from: { node: 'clean', port: 'table' } }],
  nodes,
  edges: [],
  ...more,
});

test('what was changed in a subflow counts as what was changed around it', () => {
  const part = (columns: number, more?: Partial<Definition>) => ({
    ...document,
    definitions: { d: subflow([testNode('clean', 'split-data', { params: { columns } })], more) },
  });
  const compared = (before: Pipeline, after: Pipeline) =>
    compareRuns(
      comparedRun(summary(), before, result({})),
      comparedRun(summary(), after, result({})),
    );
  const edited = compared(part(1), part(2));
  expect(summaryOf(edited)).toMatchObject({ gone: 0, fresh: 0, changed: 1 });
  expect(edited.difference.definitions.changed[0]!.graph.nodes.changed[0]!.params).toEqual([
    { name: 'columns', before: 1, after: 2 },
  ]);
  const typeOf = () => ({ category: 'split' }) as NodeType;
  expect(mayHaveOtherRows(edited.difference, typeOf)).toBe(true);
  const renamed = compared(part(1), part(1, { name: 'Ready' }));
  expect(mayHaveOtherRows(renamed.difference, typeOf)).toBe(false);
  expect(renamed.difference.definitions.changed[0]!.fields).toEqual(['name']);
});

test('what a subflow takes, gives and can be told is said in a line', () => {
  const parameters = [{ name: 'size', type: 'integer', default: 8 }] as const;
  const part = subflow([testNode('clean', 'fill')], { parameters, description: 'Makes ready.' });
  const text = (field: string): string => definitionText(part, field, ({ type }) => type);
  expect(text('inputs')).toBe('rows → fill');
  expect(text('outputs')).toBe('fill → made');
  expect(text('parameters')).toBe('size = 8');
  expect([text('name'), text('description'), text('unheard-of')]).toEqual([
    'Prepare',
    'Makes ready.',
    '',
  ]);
});
