/** Targets that cannot be learned, and classes and categories that one part of the rows has not. */
import { expect, test } from 'vitest';
import { sharedServices } from '../support/services.ts';
import type { Ended } from './support/badInput.ts';
import {
  dataset,
  expectFailed,
  expectWords,
  options,
  run,
  runTemplate,
} from './support/badInput.ts';

const shared = sharedServices(options);

const rows = (count: number, row: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => `${row(at)}\n`).join('');

async function classify(text: string, target = 'y', template = 'classify'): Promise<Ended> {
  const file = await dataset(shared.esteira, text);
  return runTemplate(shared.esteira, template, { file: { ...file }, target });
}

const noteOf = ({ notes }: Ended, code: string, node: string) =>
  notes.find((note) => note.code === code && note.step === node)!;

test('a target that is not there, with the names that are', async () => {
  const ended = await classify(`x,y\n${rows(20, (at) => `${at},${at % 2}`)}`, 'z');
  const words = { en: /“z”.*x.*y/, pt: /“z”.*x.*y/ };
  expectFailed(ended, 'roles', { code: ended.result.error!.code, ...words });
  expect(ended.result.error!.code).toMatch(/^(target-missing|column-unknown)$/);
});

test('a target that is the same in every row', async () => {
  const ended = await classify(`x,y\n${rows(40, (at) => `${at % 7},no`)}`);
  const words = { en: /same value in the target “y”: “no”/, pt: /mesmo valor no alvo “y”: “no”/ };
  expectFailed(ended, 'learner', { code: 'target-constant', ...words });
});

test('a target that is empty in every row', async () => {
  const ended = await classify(`x,y\n${rows(40, (at) => `${at % 7},`)}`);
  const failed = Object.entries(ended.result.nodes).find(([, node]) => node.status === 'failed')!;
  const words = { en: /“y” is empty in every row/, pt: /“y” está vazio em todas as linhas/ };
  expectFailed(ended, failed[0], { code: 'target-all-missing', ...words });
});

test('a target that is empty in the training rows alone', async () => {
  const file = await dataset(
    shared.esteira,
    `t,x,y\n${rows(20, (at) => `${at},${at},${at < 16 ? '' : at % 2 ? 'a' : 'b'}`)}`,
  );
  const ended = await run(shared.esteira, {
    nodes: {
      read: ['csv-file', { file: { ...file } }],
      roles: ['set-roles', { target: 'y' }],
      split: ['split-data', { by: 'time', time: 't' }],
      learner: ['logistic-regression'],
    },
    wires: ['read.table > roles.table', 'roles.table > split.table', 'split.table > learner.table'],
  });
  const words = { en: /No training row is left/, pt: /Não sobrou nenhuma linha de treino/ };
  expectFailed(ended, 'learner', { code: 'training-rows-none', ...words });
});

test('a target of more than a thousand classes', async () => {
  const file = await dataset(shared.esteira, `x,y\n${rows(1500, (at) => `${at % 7},name${at}`)}`);
  const ended = await run(shared.esteira, {
    nodes: {
      read: ['csv-file', { file: { ...file } }],
      roles: ['set-roles', { target: 'y', targetAs: 'category' }],
      learner: ['logistic-regression'],
    },
    wires: ['read.table > roles.table', 'roles.table > learner.table'],
  });
  const words = { en: /“y” has 1,500 different.*1,000/, pt: /“y” tem 1\.500 valores.*1\.000/ };
  expectFailed(ended, 'learner', { code: 'classes-too-many', ...words });
});

test('an amount taken for a category', async () => {
  const notesOf = async (values: number) => {
    const text = `x,y\n${rows(240, (at) => `${at % 7},${(at % values) * 1.5}`)}`;
    const { report } = (await classify(text)).result.nodes['metrics']!;
    return (report as Pick<Ended, 'notes'>).notes;
  };
  const said = (await notesOf(60)).find(({ code }) => code === 'classes-all-numbers')!;
  expectWords(said, {
    code: 'classes-all-numbers',
    en: /60 different values, all of them numbers/,
    pt: /60 valores diferentes, todos números/,
  });
  expect((await notesOf(10)).map(({ code }) => code)).not.toContain('classes-all-numbers');
});

test('classes and categories that the training rows have not are answered and said', async () => {
  // Split by time: the last rows alone have the class c and the colour blue.
  const text = `t,size,colour,y\n${rows(50, (at) => {
    if (at >= 40) return `${at},${at},${at % 2 ? 'blue' : 'red'},${at < 45 ? 'c' : 'a'}`;
    return `${at},${at},${at % 2 ? 'red' : 'green'},${at % 3 ? 'a' : 'b'}`;
  })}`;
  const file = await dataset(shared.esteira, text);
  const ended = await run(shared.esteira, {
    nodes: {
      read: ['csv-file', { file: { ...file } }],
      roles: ['set-roles', { target: 'y' }],
      split: ['split-data', { by: 'time', time: 't' }],
      encode: ['encode-categories', { columns: ['colour'] }],
      learner: ['logistic-regression'],
      predict: ['predict'],
      metrics: ['classification-metrics'],
    },
    wires: [
      'read.table > roles.table',
      'roles.table > split.table',
      'split.table > encode.table',
      'encode.table > learner.table',
      'learner.model > predict.model',
      'encode.table > predict.table',
      'predict.table > metrics.table',
    ],
  });
  expect(ended.result.error).toBeUndefined();
  const report = ended.result.nodes['metrics']!.report as {
    metrics: { n: number };
    notes: object[];
  };
  // Nothing is lost: each test row is judged, those of the new class as wrong.
  expect(report.metrics.n).toBe(10);
  const absent = report.notes.find((note) => 'code' in note && note.code === 'class-absent');
  expectWords(absent as never, {
    code: 'class-absent',
    en: /class “c” has no row in the training part/,
    pt: /classe “c” não tem nenhuma linha na parte de treino/,
  });
  expectWords(noteOf(ended, 'category-unseen', 'predict'), {
    code: 'category-unseen',
    en: /^5 rows have in the column “colour” a category .*never saw in training: “blue”\.$/,
    pt: /^5 linhas têm na coluna “colour” uma categoria .*nunca viu no treino: “blue”\.$/,
  });
});

test('a column gone, or of another type, when the model is asked', async () => {
  const learned = await dataset(
    shared.esteira,
    `a,b,y\n${rows(40, (at) => `${at},${at % 3},${at % 2 ? 'n' : 'p'}`)}`,
  );
  const ask = async (text: string, name: string): Promise<Ended> =>
    run(shared.esteira, {
      nodes: {
        read: ['csv-file', { file: { ...learned } }],
        roles: ['set-roles', { target: 'y' }],
        learner: ['logistic-regression'],
        fresh: ['csv-file', { file: { ...(await dataset(shared.esteira, text, name)) } }],
        predict: ['predict'],
      },
      wires: [
        'read.table > roles.table',
        'roles.table > learner.table',
        'learner.model > predict.model',
        'fresh.table > predict.table',
      ],
    });
  expectFailed(await ask('a\n1\n2\n', 'gone.csv'), 'predict', {
    code: 'model-column-gone',
    en: /needs the column “b”/,
    pt: /precisa da coluna “b”/,
  });
  expectFailed(await ask('x\n1\n2\n', 'both.csv'), 'predict', {
    code: 'model-column-gone',
    en: /needs 2 columns that are not in the data: “a” and “b”/,
    pt: /precisa de 2 colunas que não estão nos dados: “a” e “b”/,
  });
  expectFailed(await ask('a,b\n1,red\n2,blue\n', 'texts.csv'), 'predict', {
    code: 'model-column-type',
    en: /“b” as a (whole )?number.*as text/,
    pt: /“b” como número.*do tipo texto/,
  });
});

test('fewer rows than folds, and metrics of the other kind', async () => {
  const file = await dataset(shared.esteira, 'x,y\n1,a\n2,b\n3,a\n4,b\n');
  const nodes = {
    read: ['csv-file', { file: { ...file } }],
    roles: ['set-roles', { target: 'y' }],
    learner: ['logistic-regression'],
  } as const;
  const wires = ['read.table > roles.table', 'roles.table > learner.table'];
  const folds = await run(shared.esteira, {
    nodes: { ...nodes, folds: ['cross-validate', { folds: 5 }] },
    wires: [...wires, 'learner.model > folds.model'],
  });
  expectFailed(folds, 'folds', {
    code: 'folds-too-many',
    en: /4 rows cannot be divided into 5 folds/,
    pt: /4 linhas não podem ser divididas em 5 dobras/,
  });
  const metrics = await run(shared.esteira, {
    nodes: { ...nodes, predict: ['predict'], metrics: ['regression-metrics'] },
    wires: [
      ...wires,
      'learner.model > predict.model',
      'roles.table > predict.table',
      'predict.table > metrics.table',
    ],
  });
  expectFailed(metrics, 'metrics', {
    code: 'model-task-differs',
    en: /measures numbers, and the model answers classes/,
    pt: /mede números, e o modelo responde classes/,
  });
});

test('a target or a class that is named like an answer is kept beside it', async () => {
  const labels = ['yes', 'Yes', 'YES', 'x'.repeat(990)];
  const text = `prediction,probability of yes,y\n${rows(80, (at) => `${labels[at % 4]!},${at % 5},${at % 4}`)}`;
  const file = await dataset(shared.esteira, text);
  const ended = await run(shared.esteira, {
    nodes: {
      read: ['csv-file', { file: { ...file } }],
      roles: ['set-roles', { target: 'prediction' }],
      learner: ['logistic-regression'],
      predict: ['predict'],
      metrics: ['classification-metrics'],
      names: ['select-columns', { columns: ['prediction', 'probability of yes', 'prediction_'] }],
    },
    wires: [
      'read.table > roles.table',
      'roles.table > learner.table',
      'learner.model > predict.model',
      'roles.table > predict.table',
      'predict.table > metrics.table',
      'predict.table > names.table',
    ],
  });
  expect(ended.result.error).toBeUndefined();
  const { metrics } = ended.result.nodes['metrics']!.report as { metrics: { n: number } };
  expect(metrics.n).toBe(80);
});

test('numbers to be estimated that are all equal, or no numbers', async () => {
  const constant = await classify(`x,y\n${rows(40, (at) => `${at % 7},5`)}`, 'y', 'regress');
  expectFailed(constant, 'learner', {
    code: 'target-constant',
    en: /same value in the target “y”: “5”/,
    pt: /mesmo valor no alvo “y”: “5”/,
  });
  const texts = await classify(
    `x,y\n${rows(40, (at) => `${at % 7},${at % 2 ? 'a' : 'b'}`)}`,
    'y',
    'regress',
  );
  expectFailed(texts, 'learner', {
    code: 'learner-needs-number',
    en: /the target “y” is a category/,
    pt: /o alvo “y” é uma categoria/,
  });
});
