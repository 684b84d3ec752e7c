import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Json, RunResult } from '#schemas/types.ts';
import type { RunSummary } from '#server/services/types.ts';
import { startProcess } from '../http/support/process.ts';
import { pipeline } from '../support/fakeNodes/pipeline.ts';
import { temporaryHome } from '../support/services.ts';
import { begin, csvFile, esteira, fileOf } from './support/esteira.ts';

const metricsOf = ({ nodes }: RunResult): Json =>
  (nodes['metrics']?.report as { metrics: Json } | undefined)?.metrics ?? null;

/** Trains for minutes, so that it can be stopped in the middle. */
const endless = pipeline({
  nodes: {
    rows: ['sample-data', { name: 'iris' }],
    split: ['split-data'],
    learner: ['neural-network', { epochs: 10_000, patience: 0 }],
  },
  wires: ['rows.table > split.table', 'split.table > learner.table'],
});

test('a home that a server holds: the run is the server’s, the result is the same', async () => {
  const home = await temporaryHome();
  const server = startProcess({ PORT: '0', ESTEIRA_HOME: home, ESTEIRA_TOKEN: 'secret' });
  const url = await server.url;
  const file = await csvFile();
  const words = ['run', 'classify', '--set', `file=${file}`, '--set', 'target=y', '--json'];
  const out = path.join(home, 'out');
  const there = await esteira([...words, '--out', out], { home });
  expect([there.code, there.stderr]).toEqual([0, '']);
  const headers = { authorization: 'Bearer secret' };
  const runs = (await (await fetch(`${url}/api/runs`, { headers })).json()) as RunSummary[];
  expect(runs).toMatchObject([{ id: there.result().run, trigger: 'command', status: 'done' }]);
  expect(await readdir(out)).toEqual(['report.html', 'result.json']);
  const here = await esteira(words, { home: await temporaryHome() });
  expect(metricsOf(there.result())).toEqual(metricsOf(here.result()));

  const unknown = await esteira(['run', 'classify', '--set', 'x=1'], { home });
  expect(unknown.code).toBe(2);
  const gone = await esteira(['run', 'classify', '--set', 'file=gone.csv', '--json'], { home });
  expect([gone.code, gone.result().error?.code]).toEqual([1, 'file-missing']);
  const cycle = pipeline({
    nodes: { a: ['filter-rows'], b: ['filter-rows'] },
    wires: ['a.table > b.table', 'b.table > a.table'],
  });
  const refused = await esteira(['run', await fileOf(cycle)], { home });
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('a → b → a')]);
  expect((await esteira(['validate', await fileOf(cycle)], { home })).code).toBe(2);
  // The server is as it was.
  expect((await fetch(`${url}/api/health`, { headers })).status).toBe(200);
});

test.each([['here'], ['on a server']])('Ctrl-C cancels a run %s and says so', async (place) => {
  const home = await temporaryHome();
  const server = place === 'here' ? undefined : startProcess({ PORT: '0', ESTEIRA_HOME: home });
  await server?.url;
  const { child, finished } = begin(['run', await fileOf(endless), '--json'], { home });
  await expect.poll(() => learnerStarted(home), { timeout: 20_000 }).toBe(true);
  child.kill('SIGINT');
  const ended = await finished;
  expect([ended.code, ended.stderr]).toEqual([1, '']);
  expect(ended.result()).toMatchObject({
    status: 'cancelled',
    nodes: { learner: { status: 'cancelled' } },
  });
  expect((await readdir(home)).includes('lock.json')).toBe(server !== undefined);
});

/** Read from the home itself, for there is nobody to ask. */
async function learnerStarted(home: string): Promise<boolean> {
  const { default: Database } = await import('better-sqlite3');
  try {
    const database = new Database(path.join(home, 'esteira.db'), { readonly: true });
    const row = database
      .prepare(
        `select count(*) as n from runEvents where step = 'learner' and type = 'node-progress'`,
      )
      .get() as { n: number };
    database.close();
    return row.n > 0;
  } catch {
    return false;
  }
}

test('two commands on one home work one after the other', async () => {
  const home = await temporaryHome();
  const file = await fileOf(pipeline({ nodes: { rows: ['sample-data', { name: 'iris' }] } }));
  const ends = await Promise.all([1, 2, 3].map(() => esteira(['run', file, '--json'], { home })));
  expect(ends.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(new Set(ends.map(({ result }) => result().run)).size).toBe(3);
});

test('a home that is no folder is a failure, not a misunderstanding', async () => {
  const file = await csvFile();
  const ended = await esteira(['run', await fileOf(endless), '--json'], { home: file });
  expect([ended.code, ended.result().error?.code]).toEqual([1, 'home-not-writable']);
  expect(ended.stderr).toContain(file);
});

test('whoever reads only the first bytes gets no stack', async () => {
  const { child, finished } = begin(['nodes', '--json'], { home: await temporaryHome() });
  child.stdout!.once('data', () => child.stdout!.destroy());
  const ended = await finished;
  expect([ended.code, ended.stderr]).toEqual([0, '']);
});
