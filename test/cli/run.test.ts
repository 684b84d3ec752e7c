import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Json, NodeResult } from '#schemas/types.ts';
import { validate } from '#schemas/validate.ts';
import { pipeline } from '../support/fakeNodes/pipeline.ts';
import { temporaryHome } from '../support/services.ts';
import { csvFile, esteira, fileOf } from './support/esteira.ts';

const metricsOf = (node: NodeResult | undefined): Json =>
  (node?.report as { metrics: Json } | undefined)?.metrics ?? null;

test('classify runs on any tidy file with nothing else said, and the same seed gives the same', async () => {
  const file = await csvFile();
  const folder = path.dirname(file);
  const classify = (seed: string, home: string, ...more: string[]) => {
    const words = [
      'run',
      'classify',
      '--set',
      'file=mine.csv',
      '--set',
      'target=y',
      '--seed',
      seed,
    ];
    return esteira([...words, '--json', ...more], { home, folder });
  };
  const out = path.join(folder, 'new', 'out');
  const first = await classify('1', await temporaryHome(), '--out', out);
  expect([first.code, first.stderr]).toEqual([0, '']);
  const result = first.result();
  expect(validate('run-result', result)).toEqual([]);
  expect(result).toMatchObject({ status: 'done', seed: 1 });
  const metrics = metricsOf(result.nodes['metrics']);
  expect(Object.keys(metrics as object)).toEqual(expect.arrayContaining(['n', 'accuracy']));
  expect((metrics as { accuracy: number }).accuracy).toBeGreaterThan(0.7);
  expect(await readdir(out)).toEqual(['report.html', 'result.json']);
  expect(JSON.parse(await readFile(path.join(out, 'result.json'), 'utf8'))).toEqual(result);
  const report = await readFile(path.join(out, 'report.html'), 'utf8');
  expect(report).toMatch(/^<!doctype html>/);
  expect(report).toContain(result.run);

  const home = await temporaryHome();
  expect(metricsOf((await classify('1', home)).result().nodes['metrics'])).toEqual(metrics);
  const other = await classify('2', home);
  expect(other.result().seed).toBe(2);
  expect(metricsOf(other.result().nodes['metrics'])).not.toEqual(metrics);
  expect(await readdir(home)).not.toContain('lock.json');
});

test('a node, or all of them, is computed again on request', async () => {
  const home = await temporaryHome();
  const nodes = { data: ['sample-data'], split: ['split-data'] } as const;
  const file = await fileOf(pipeline({ nodes, wires: ['data.table > split.table'] }));
  const run = async (...more: string[]) => {
    const { result } = await esteira(['run', file, '--json', ...more], { home });
    return Object.values(result().nodes).map(({ status, reason }) => `${status} ${reason.code}`);
  };
  await run();
  expect(await run('--fresh', 'split')).toEqual(['cached unchanged', 'done asked-for']);
  expect(await run('--fresh', 'all')).toEqual(['done asked-for', 'done asked-for']);
  const unknown = await esteira(['run', file, '--fresh', 'nobody'], { home });
  expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('nobody')]);
});

test('a person reads what the result means, in their language', async () => {
  const words = ['run', 'classify', '--set', `file=${await csvFile()}`, '--set', 'target=y'];
  const home = await temporaryHome();
  const english = await esteira(words, { home });
  expect(english.code).toBe(0);
  expect(english.stdout).toMatch(/Right in \d+ of 100 test rows \(\d+–[\d.]+\); guessing the most/);
  expect(english.stdout).toMatch(/\nDone in /);
  const portuguese = await esteira(words, { home, env: { LC_ALL: 'pt_BR.UTF-8' } });
  expect(portuguese.stdout).toMatch(
    /Acerta \d+ de cada 100 linhas de teste \(\d+–[\d,]+\); chutar/,
  );
  // Progress is for eyes; nobody watches a pipe.
  expect(english.stderr + portuguese.stderr).toBe('');
});

test('data that is missing or wrong fails the run: 1, and a line for programs', async () => {
  const home = await temporaryHome();
  const run = (file: string, target = 'y') =>
    esteira(['run', 'classify', '--set', `file=${file}`, '--set', `target=${target}`, '--json'], {
      home,
    });
  const good = await csvFile();
  const cases = [
    ['gone.csv', 'y', 'file-missing', 'gone.csv'],
    [path.dirname(good), 'y', 'file-is-folder', path.dirname(good)],
    [await csvFile(''), 'y', 'file-empty', 'mine.csv'],
  ] as const;
  for (const [file, target, code, part] of cases) {
    const ended = await run(file, target);
    expect(ended.code, code).toBe(1);
    expect(ended.stderr, code).toContain(part);
    expect(ended.result(), code).toMatchObject({ status: 'failed', seed: 1, error: { code } });
    expect(validate('run-result', ended.result())).toEqual([]);
  }
  const target = await run(good, 'nobody');
  expect(target.code).toBe(1);
  expect(target.result()).toMatchObject({
    status: 'failed',
    nodes: { roles: { status: 'failed' } },
  });
  expect(target.result().nodes['metrics']).toMatchObject({ status: 'skipped' });
});

test('a document that is none, or cannot run, is refused: 2, with its place', async () => {
  const home = await temporaryHome();
  const cycle = pipeline({
    nodes: { a: ['filter-rows'], b: ['filter-rows'] },
    wires: ['a.table > b.table', 'b.table > a.table'],
  });
  const cases = [
    ['{"format": 1,\n "name": "x"', ['2', '13']],
    ['not json', ['1']],
    ['', []],
    ['{"format": 99}', ['99']],
    [cycle, ['a → b → a']],
    [pipeline({ nodes: { x: ['no-such-node'] } }), ['no-such-node']],
    [`{"format":1,"__proto__":{"x":1}}`, []],
  ] as const;
  const ends = await Promise.all(
    cases.map(async ([document]) => esteira(['run', await fileOf(document), '--json'], { home })),
  );
  ends.forEach(({ code, stdout, stderr }, at) => {
    expect([code, stdout], stderr).toEqual([2, '']);
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+/);
    for (const part of cases[at]![1]) expect(stderr).toContain(part);
  });
  const gone = await esteira(['run', 'folder/gone.json'], { home });
  expect([gone.code, gone.stderr.includes('folder/gone.json')]).toEqual([2, true]);
  const bare = await esteira(['run', 'classify', '--set', 'target=y'], { home });
  expect([bare.code, bare.stderr.includes('“file”')]).toEqual([2, true]);
});

test('files that the run saved are copied under their names', async () => {
  const home = await temporaryHome();
  const document = pipeline({
    nodes: {
      rows: ['sample-data', { name: 'iris' }],
      one: ['save-data', { name: 'flowers' }],
      two: ['save-data', { name: 'flowers' }],
      three: ['save-data', { name: 'result', format: 'json' }],
    },
    wires: ['rows.table > one.table', 'rows.table > two.table', 'rows.table > three.table'],
  });
  const out = path.join(home, 'out');
  const ended = await esteira(['run', await fileOf(document), '--out', out], { home });
  expect([ended.code, ended.stderr]).toEqual([0, '']);
  expect((await readdir(out)).sort()).toEqual([
    'flowers 2.csv',
    'flowers.csv',
    'report.html',
    'result.json',
    'saved-result.json',
  ]);
  const lines = (await readFile(path.join(out, 'flowers.csv'), 'utf8')).trimEnd().split('\n');
  expect(lines).toHaveLength(151);
  expect(await readFile(path.join(out, 'flowers 2.csv'), 'utf8')).toBe(`${lines.join('\n')}\n`);
  expect(JSON.parse(await readFile(path.join(out, 'result.json'), 'utf8'))).toMatchObject({
    status: 'done',
  });
  expect(ended.stdout).toContain('flowers 2.csv');
  const closed = path.join(out, 'flowers.csv', 'x');
  const refused = await esteira(['run', await fileOf(document), '--out', closed, '--json'], {
    home,
  });
  expect([refused.code, refused.result().error?.code]).toEqual([1, 'folder-not-writable']);
});

test('a run that waits says what it is asked and is not done', async () => {
  const home = await temporaryHome();
  const document = pipeline({
    nodes: { rows: ['sample-data'], gate: ['approval', { message: 'May it go on?' }] },
    wires: ['rows.table > gate.value'],
  });
  const file = await fileOf(document);
  const told = await esteira(['run', file], { home });
  expect(told.code).toBe(1);
  expect(told.stdout).toContain('gate: May it go on?');
  const asJson = await esteira(['run', file, '--json'], { home });
  expect([asJson.code, asJson.result().status]).toEqual([1, 'waiting']);
});

test('validate tells everything that is wrong, and nothing of what a run will be given', async () => {
  const home = await temporaryHome();
  const template = new URL('../../server/templates/classify/pipeline.json', import.meta.url);
  const fine = await esteira(['validate', fileURLToPath(template)], { home });
  expect([fine.code, fine.stderr]).toEqual([0, '']);
  const wrong = pipeline({
    nodes: { a: ['no-such-node'], b: ['filter-rows', { oops: 1 }], c: ['predict'] },
  });
  const ended = await esteira(['validate', await fileOf(wrong)], { home });
  expect([ended.code, ended.stdout]).toEqual([2, '']);
  for (const part of ['no-such-node', 'oops', '“c”']) expect(ended.stderr).toContain(part);
  const hash = '0'.repeat(64);
  const lost = pipeline({ nodes: { a: ['csv-file', { file: { dataset: 'lost.csv', hash } }] } });
  const missing = await esteira(['validate', await fileOf(lost)], { home });
  expect([missing.code, missing.stderr.includes('lost.csv')]).toEqual([1, true]);
});
