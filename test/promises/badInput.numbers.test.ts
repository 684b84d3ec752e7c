/** Numbers that are none, or hardly fit, are missing or kept, counted, and never a defect. */
import { expect, test } from 'vitest';
import type { Json } from '#schemas/types.ts';
import { sharedServices } from '../support/services.ts';
import {
  dataset,
  expectFailed,
  expectWords,
  options,
  run,
  runTemplate,
} from './support/badInput.ts';

const shared = sharedServices(options);
const HUGE = ['1e308', '-1e308', '1.7976931348623157e308', '5e-324'];

test('NaN and infinity are missing, counted and said; 1e308 stays what it is', async () => {
  const cells = ['NaN', 'inf', '-Infinity', '1e309', ...HUGE, '1.5', '2.5'];
  const file = await dataset(shared.esteira, `x\n${cells.join('\n')}\n`);
  const { result, notes } = await run(shared.esteira, {
    nodes: { read: ['csv-file', { file: { ...file } }], save: ['save-data', { format: 'json' }] },
    wires: ['read.table > save.table'],
  });
  expect(result.error).toBeUndefined();
  const said = notes.map(({ code }) => code).find((code) => code.includes('finite'));
  expectWords(
    notes.find(({ code }) => code === said)!,
    {
      code: said!,
      en: /“x”/,
      pt: /“x”/,
    },
  );
});

const LEARNERS = [
  ['classify', 'class'],
  ['regress', 'number'],
  ['cross-validate', 'class'],
] as const;

test.each(LEARNERS)('%s learns beside them', async (template, kind) => {
  const cells = ['NaN', 'inf', '-inf', ...HUGE];
  const lines = Array.from({ length: 120 }, (_, at) => {
    const odd = at % 10 === 0 ? cells[(at / 10) % cells.length]! : String(at);
    const y = kind === 'class' ? ['a', 'b'][at % 2]! : at % 15 === 0 ? odd : String(at * 2);
    return `${at % 9},${odd},${y}`;
  });
  const file = await dataset(shared.esteira, `a,b,y\n${lines.join('\n')}\n`);
  const ended = await runTemplate(shared.esteira, template, { file: { ...file }, target: 'y' });
  expect(ended.result.error).toBeUndefined();
  const { metrics } = ended.result.nodes['metrics']!.report as {
    metrics: { [name: string]: Json };
  };
  expect(metrics['n']).toBeGreaterThan(0);
  for (const figure of Object.values(metrics).filter((value) => typeof value === 'number')) {
    expect(Number.isFinite(figure)).toBe(true);
  }
});

test.each([['linear-regression'], ['neural-network'], ['baseline']])(
  '%s takes targets and features of 1e308, or says in words that it cannot',
  async (type) => {
    const lines = Array.from(
      { length: 40 },
      (_, at) => `${at % 2 ? 1e308 : -1e308},${at},${at % 2 ? 1e308 : -1e308}`,
    );
    const file = await dataset(shared.esteira, `a,b,y\n${lines.join('\n')}\n`);
    const { result } = await run(shared.esteira, {
      nodes: {
        read: ['csv-file', { file: { ...file } }],
        roles: ['set-roles', { target: 'y', targetAs: 'number' }],
        learner: [type],
        predict: ['predict'],
        metrics: ['regression-metrics'],
      },
      wires: [
        'read.table > roles.table',
        'roles.table > learner.table',
        'learner.model > predict.model',
        'roles.table > predict.table',
        'predict.table > metrics.table',
      ],
    });
    expect(result.error?.kind ?? 'user', JSON.stringify(result.error)).toBe('user');
  },
);

test('weights that are missing or negative are said, not taken for a defect', async () => {
  const learn = async (weight: (at: number) => string) => {
    const lines = Array.from(
      { length: 40 },
      (_, at) => `${at},${weight(at)},${at % 2 ? 'a' : 'b'}`,
    );
    const file = await dataset(shared.esteira, `x,w,y\n${lines.join('\n')}\n`);
    return run(shared.esteira, {
      nodes: {
        read: ['csv-file', { file: { ...file } }],
        roles: ['set-roles', { target: 'y', weight: ['w'] }],
        learner: ['logistic-regression'],
      },
      wires: ['read.table > roles.table', 'roles.table > learner.table'],
    });
  };
  for (const weight of [() => '-1', (at: number) => (at ? '1' : ''), () => '0']) {
    expectFailed(await learn(weight), 'learner', {
      code: 'weights-wrong',
      en: /weight.*“w”/,
      pt: /peso.*“w”/,
    });
  }
});

test('features whose scales are far apart are said where that matters', async () => {
  const lines = Array.from(
    { length: 60 },
    (_, at) => `${at / 1000},${at * 1e5},${at % 2 ? 'a' : 'b'}`,
  );
  const file = await dataset(shared.esteira, `narrow,wide,y\n${lines.join('\n')}\n`);
  const codes = async (scaled: boolean) => {
    const { result, notes } = await run(shared.esteira, {
      nodes: {
        read: ['csv-file', { file: { ...file } }],
        roles: ['set-roles', { target: 'y' }],
        scale: ['scale', scaled ? {} : { columns: ['wide'], method: 'standard' }],
        learner: ['logistic-regression'],
        simple: ['baseline'],
        folds: ['cross-validate', { folds: 3 }],
      },
      wires: [
        'read.table > roles.table',
        'roles.table > scale.table',
        `${scaled ? 'scale' : 'roles'}.table > learner.table`,
        `${scaled ? 'scale' : 'roles'}.table > simple.table`,
        'learner.model > folds.model',
      ],
    });
    expect(result.error).toBeUndefined();
    return notes.filter(({ code }) => code === 'features-far-apart');
  };
  expect(await codes(true)).toEqual([]);
  const said = await codes(false);
  expect(said.map(({ step }) => step)).toEqual(['learner', 'folds']);
  expectWords(said[0]!, {
    code: 'features-far-apart',
    en: /“wide” varies about 100,000,000 times as much as “narrow”/,
    pt: /“wide” varia cerca de 100\.000\.000 vezes mais que “narrow”/,
  });
});
