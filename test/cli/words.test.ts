import { expect, test } from 'vitest';
import { pipeline } from '../support/fakeNodes/pipeline.ts';
import { drawProgress } from '#server/cli/run/progress.ts';
import { reportLines, type Report } from '#server/cli/summary/report.ts';
import { summaryOf } from '#server/cli/summary/result.ts';
import { terminalLocale } from '#server/locale.ts';
import type { RunEvent, RunResult } from '#schemas/types.ts';

const classification = (metrics: Report['metrics'], low = 0.84, high = 0.9): Report => ({
  type: 'classification',
  metrics: { n: 1000, ...metrics },
  details: { accuracyInterval: { low, high } },
});

test('a classification says how often it is right, and beside that what guessing gives', () => {
  const report = classification({ accuracy: 0.874, guessAccuracy: 0.73, logLoss: 0.31234 });
  expect(reportLines(report, 'en')).toEqual([
    'Right in 87 of 100 test rows (84–90); guessing the most common class: 73.',
    '1,000 rows · accuracy 0.874 · log loss 0.3123',
  ]);
  expect(reportLines(report, 'pt-BR')).toEqual([
    'Acerta 87 de cada 100 linhas de teste (84–90); chutar a classe mais comum: 73.',
    '1.000 linhas · acurácia 0,874 · log loss 0,3123',
  ]);
});

test('100 of 100 is said only where nothing is wrong, 0 only where nothing is right', () => {
  const first = (accuracy: number) => reportLines(classification({ accuracy }, 0, 1), 'en')[0];
  expect(first(1)).toBe('Right in 100 of 100 test rows (0–100).');
  expect(first(0.9996)).toContain('Right in 99.9 of 100');
  expect(first(0.996)).toContain('Right in 99.6 of 100');
  expect(first(0.0001)).toContain('Right in 0.1 of 100');
  expect(first(0)).toContain('Right in 0 of 100');
});

test('a regression says how far off it is; folds say how much that varies', () => {
  const regression: Report = {
    type: 'regression',
    metrics: { n: 206, mae: 8.5242, rmse: 10.861, r2: 0.586, guessRmse: 16.9 },
    details: { maeInterval: { low: 7.602, high: 9.446 } },
  };
  expect(reportLines(regression, 'en')[0]).toBe(
    'Off by 8.524 on average in test rows (7.602–9.446); root mean squared error 10.86, against 16.9 for always answering the average.',
  );
  expect(reportLines(regression, 'pt-BR')[0]).toBe(
    'Erra 8,524, em média, nas linhas de teste (7,602–9,446); raiz do erro quadrático médio 10,86, contra 16,9 ao responder sempre a média.',
  );
  const folds = { type: 'x', metrics: { n: 150, folds: 5, accuracy: 0.953, accuracySd: 0.0187 } };
  expect(reportLines(folds, 'en')[0]).toBe(
    'Right in 95 of 100 rows on average over 5 folds, give or take 1.9 from fold to fold.',
  );
  expect(reportLines({ type: 'file', metrics: {} }, 'en')).toEqual([]);
});

const result = (more: Partial<RunResult>): RunResult => ({
  run: 'r',
  status: 'done',
  seed: 1,
  nodes: {},
  ...more,
});
const around = { label: (step: string) => step, messages: {}, asks: [], said: [], took: '1 s' };

test('a failed run says what failed, what to do and what did not run because of it', () => {
  const error = {
    code: 'file-missing',
    kind: 'user',
    params: { file: 'x.csv' },
    node: 'data',
  } as const;
  const reason = { code: 'upstream-failed' } as const;
  const lines = summaryOf(
    result({
      status: 'failed',
      error,
      nodes: {
        data: { status: 'failed', reason: { code: 'first-run' }, error },
        one: { status: 'skipped', reason },
        two: { status: 'skipped', reason },
      },
    }),
    { ...around, locale: 'en' },
  );
  expect(lines).toEqual([
    'The run failed.',
    'Node “data”: There is no file “x.csv”. Check the name and the folder.',
    '2 nodes did not run because of that.',
  ]);
  const died = {
    code: 'process-died',
    kind: 'operational',
    params: { signal: 'SIGKILL' },
  } as const;
  expect(
    summaryOf(result({ status: 'failed', error: died }), { ...around, locale: 'pt-BR' })[1],
  ).toContain('O processo da execução terminou de forma inesperada (SIGKILL).');
});

const event = (step: string, more: object): RunEvent =>
  ({ run: 'r', seq: 1, time: '2026-01-01T00:00:00Z', step, ...more }) as unknown as RunEvent;

test('progress ends as one line for each step, and no name steers the terminal', () => {
  let screen = '';
  const document = pipeline({ nodes: { a: ['x'], b: ['x'], c: ['x'] } });
  const nodes = document.nodes.map((node) => ({ ...node, label: `L\x1b[31m ${node.id}` }));
  const progress = drawProgress({ write: (text) => (screen += text) }, { nodes }, 'pt-BR');
  progress.see(event('a', { type: 'node-started', reason: { code: 'first-run' } }));
  progress.see(event('a', { type: 'node-progress', done: 1, total: 4, unit: 'epochs' }));
  progress.see(event('a', { type: 'node-finished', rows: 1234, ms: 1500, outputs: {} }));
  progress.see(event('b', { type: 'node-cached', reason: { code: 'unchanged' } }));
  progress.see(event('c/1/x', { type: 'node-finished', outputs: {} }));
  progress.see(event('c', { type: 'node-failed', error: {} }));
  progress.end();
  expect(screen).toBe(
    '\x1b[?7l✓ L [31m a · 1.234 linhas · 1,5 s\n= L [31m b · sem mudança\n✗ L [31m c · falhou\n\x1b[?7h',
  );
});

test('the terminal’s language is told by its settings', () => {
  expect(terminalLocale({ LANG: 'pt_BR.UTF-8' })).toBe('pt-BR');
  expect(terminalLocale({ LANG: 'pt_BR.UTF-8', LC_ALL: 'C' })).toBe('en');
  expect(terminalLocale({ LANG: 'en_US.UTF-8', LC_MESSAGES: 'pt_PT' })).toBe('pt-BR');
  expect(terminalLocale({ LANG: 'C.UTF-8' })).toBe('en');
});
