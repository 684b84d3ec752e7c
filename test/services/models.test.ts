import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { beforeAll, expect, test } from 'vitest';
import type { RunResult } from '#schemas/types.ts';
import { NODES_DIR } from '#server/catalogue/load.ts';
import { pipeline } from '../support/fakeNodes/pipeline.ts';
import { actor, sharedServices } from '../support/services.ts';

const document = pipeline({
  nodes: {
    data: ['sample-data', { name: 'iris' }],
    split: ['split-data', {}],
    scale: ['scale', {}],
    learn: ['logistic-regression', {}],
    predict: ['predict', {}],
    metrics: ['classification-metrics', {}],
  },
  wires: [
    'data.table > split.table',
    'split.table > scale.table',
    'scale.table > learn.table',
    'learn.model > predict.model',
    'scale.table > predict.table',
    'predict.table > metrics.table',
  ],
});

const shared = sharedServices({ nodesDir: NODES_DIR, settings: { heapMegabytes: 512 } });
let result: RunResult;
let id: string;

beforeAll(async () => {
  const { runs, models } = shared.esteira;
  const run = await runs.start(actor, { source: { document } });
  result = await runs.finished(actor, run.id);
  id = (await models.list(actor))[0]!.id;
});

test('a trained model is listed, and answers raw rows one by one and in bulk alike', async () => {
  const { esteira } = shared;
  expect(result.error).toBeUndefined();
  const { accuracy } = result.nodes['metrics']!.report!['metrics'] as { accuracy: number };
  expect(accuracy).toBeGreaterThan(0.85);
  const [model, ...others] = await esteira.models.list(actor);
  expect(others).toEqual([]);
  expect(model).toMatchObject({ run: result.run, step: 'learn', task: 'classification' });
  const detail = await esteira.models.get(actor, id);
  expect(detail.inputs).toHaveLength(4);
  expect(detail.classes).toHaveLength(3);

  const rows = Array.from({ length: 20 }, (_, at) =>
    Object.fromEntries(detail.inputs.map(({ name }, place) => [name, 0.3 * at + 0.2 * place])),
  );
  const answers = await esteira.models.predict(actor, id, rows);
  for (const { probabilities, prediction } of answers) {
    const values = Object.values(probabilities!);
    expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
    expect(probabilities![prediction!]).toBe(Math.max(...values));
  }
  const names = detail.inputs.map((column) => column.name);
  const lines = rows.map((row) => names.map((name) => row[name]).join(','));
  const stream = Readable.from([Buffer.from([names.join(','), ...lines, ''].join('\n'))]);
  const { name, hash } = await esteira.datasets.import(actor, { name: 'new.csv', stream });
  const dataset = { dataset: name, hash };
  const scored = await esteira.models.score(actor, id, { dataset, format: 'json' });
  expect(scored.rows).toBe(20);
  const file = await esteira.artifacts.read(actor, scored.hash);
  const bulk = JSON.parse(await text(file.stream)) as Record<string, unknown>[];
  const predicted = Object.keys(bulk[0]!).filter((key) => !names.includes(key));
  expect(bulk.map((row) => row[predicted[0]!])).toEqual(answers.map((answer) => answer.prediction));
});

test('a scored file opens in the spreadsheets of a language, with its words', async () => {
  const { esteira } = shared;
  const { inputs } = await esteira.models.get(actor, id);
  const names = inputs.map((column) => column.name);
  const stream = Readable.from([
    Buffer.from(`${names.join(';')}\n${names.map(() => '1,5').join(';')}\n`),
  ]);
  const { name, hash } = await esteira.datasets.import(actor, { name: 'planilha.csv', stream });
  const dataset = { dataset: name, hash };
  const scored = await esteira.models.score(actor, id, { dataset, spreadsheet: 'pt-BR' });
  const file = await esteira.artifacts.read(actor, scored.hash);
  const bytes = Buffer.concat(await file.stream.toArray());
  const [head, row] = bytes.toString('utf8').split('\n');
  expect(head!.startsWith(`\uFEFF${names[0]};`)).toBe(true);
  expect(head).toContain(';previsão;probabilidade de ');
  expect(row!.startsWith('1,5;1,5;')).toBe(true);
});

test('of a file that is only scored, the answers stay and nothing else', async () => {
  const { esteira } = shared;
  const { inputs } = await esteira.models.get(actor, id);
  const names = inputs.map((column) => column.name);
  const send = (lines: readonly string[], name = 'mine.csv') =>
    esteira.models.scoreFile(actor, id, { name, stream: Readable.from([lines.join('\n')]) });
  const before = await shared.files();
  const known = await esteira.datasets.list(actor);
  const scored = await send([names.join(','), names.map(() => '1.25').join(','), '']);
  expect(scored).toMatchObject({ rows: 1, format: 'csv' });
  const file = await esteira.artifacts.read(actor, scored.hash);
  expect(await text(file.stream)).toContain('prediction');
  expect(await shared.files()).toEqual([...before, scored.hash].sort());
  // Nor of one that the model cannot take, which hears of all that is amiss at once.
  await expect(send(['a,b', '1,2', ''])).rejects.toMatchObject({
    code: 'model-column-gone',
    params: { columns: names, count: 4 },
  });
  await expect(send(['PK\u0003\u0004'])).rejects.toMatchObject({ code: 'file-binary' });
  await expect(send(['a'], '../a.csv')).rejects.toMatchObject({ code: 'path-not-allowed' });
  expect(await shared.files()).toEqual([...before, scored.hash].sort());
  expect(await esteira.datasets.list(actor)).toEqual(known);
});

test('a file is read in the types that were learnt, and its first value of another one is told', async () => {
  const { esteira } = shared;
  const { inputs } = await esteira.models.get(actor, id);
  const names = inputs.map((column) => column.name);
  const send = (rows: readonly (readonly string[])[]) => {
    const stream = Readable.from([[names, ...rows, []].map((row) => row.join(',')).join('\n')]);
    return esteira.models.scoreFile(actor, id, { name: 'mine.csv', stream });
  };
  const known = names.map(() => '1.25');
  const [, ...others] = known;
  // Nobody can tell from the file that a column without a value is one of numbers.
  expect(await send([['', ...others]])).toMatchObject({ rows: 1 });
  await expect(
    send([known, known, ['tall', ...others], ['wide', ...others]]),
  ).rejects.toMatchObject({
    code: 'model-value-wrong',
    params: { column: names[0], value: 'tall', row: 3, type: 'float64' },
  });
});

test('rows that a model cannot take are refused with their place; missing values are said', async () => {
  const { esteira } = shared;
  const { inputs, example } = await esteira.models.get(actor, id);
  const [first] = inputs;
  const predict = (...rows: unknown[]) => esteira.models.predict(actor, id, rows);
  const [known] = await predict(example);
  expect(known!.prediction).not.toBeNull();
  const [blank] = await predict({ ...example, [first!.name]: null });
  expect(blank).toMatchObject({ prediction: null, missing: [expect.any(String)] });
  await expect(predict(example, 'a row')).rejects.toMatchObject({ path: '/1' });
  const wrong = predict(example, example, { ...example, [first!.name]: 'tall' });
  await expect(wrong).rejects.toMatchObject({ code: 'model-value-wrong', path: '/2' });
  await expect(esteira.models.get(actor, 'e'.repeat(64))).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('inherited members are no values of a row', async () => {
  const { esteira } = shared;
  const { inputs } = await esteira.models.get(actor, id);
  // The values stand on the prototype: inherited members are not the row's own.
  const inherited = Object.create(
    Object.fromEntries(inputs.map(({ name }) => [name, 1])),
  ) as object;
  const outcome = await esteira.models.predict(actor, id, [inherited]).then(
    ([answer]) => answer!.prediction,
    (error: unknown) => (error as { code: string }).code,
  );
  expect([null, 'model-column-gone']).toContain(outcome);
});

test('a model is called something, thrown away, brought back, and gone for ever', async () => {
  const { models, pipelines, runs } = shared.esteira;
  expect(await models.rename(actor, id, '  Flores ')).toMatchObject({ label: 'Flores' });
  expect(await models.rename(actor, id, ' ')).toMatchObject({ label: null });
  // A pipeline that names it keeps it.
  const naming = { ...pipeline({ nodes: { a: ['sample-data', { model: id }] } }), name: 'Uses it' };
  const user = await pipelines.create(actor, naming);
  expect(await models.whereUsed(actor, id)).toEqual([{ id: user.id, name: 'Uses it' }]);
  const used = { code: 'in-use', params: { users: 'Uses it' } };
  await expect(models.trash(actor, id)).rejects.toMatchObject(used);
  await expect(models.remove(actor, id)).rejects.toMatchObject(used);
  await pipelines.remove(actor, user.id);

  await models.trash(actor, id);
  expect(await models.list(actor)).toEqual([]);
  expect(await models.list(actor, { trashed: true })).toMatchObject([{ id }]);
  await models.restore(actor, id);
  expect(await models.list(actor)).toMatchObject([{ id, trashedAt: null }]);

  // Whoever trains it again wants it again.
  await models.trash(actor, id);
  const again = await runs.start(actor, { source: { document } });
  await runs.finished(actor, again.id);
  expect(await models.list(actor)).toMatchObject([{ id }]);

  // A run goes with its events; the model that it trained answers all the same.
  await runs.remove(actor, result.run);
  await expect(runs.get(actor, result.run)).rejects.toMatchObject({ code: 'not-found' });
  expect((await models.get(actor, id)).inputs).toHaveLength(4);
  await models.remove(actor, id);
  await expect(models.get(actor, id)).rejects.toMatchObject({ code: 'not-found' });
});
