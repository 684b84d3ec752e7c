import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { ownerOf } from '#server/store/home.ts';
import { pipeline } from '../support/fakeNodes/pipeline.ts';
import { actor, eventOf, eventsOf, services, temporaryHome } from '../support/services.ts';

const slow = (ms: number) =>
  pipeline({
    nodes: {
      before: ['fake-number', { n: 5 }],
      long: ['fake-sleep', { ms }],
      after: ['fake-number'],
    },
    wires: ['before.out > long.a', 'long.out > after.a'],
  });

const isUnderWay = (event: { type: string; step?: string }): boolean =>
  event.type === 'node-started' && event.step === 'long';

/** Another process that owns the home and starts a run there; gives the run's id. */
async function serverElsewhere(home: string, document: unknown, trigger: string) {
  const file = fileURLToPath(new URL('../support/startRun.ts', import.meta.url));
  const child = spawn(process.execPath, [file, home, JSON.stringify(document), trigger], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, run: said.toString().trim() };
}

test('a closed server takes its runs up again when it opens', async () => {
  const home = await temporaryHome();
  const before = await services(home, { settings: { runs: 1 } });
  const run = await before.runs.start(actor, { source: { document: slow(1500) } });
  const next = await before.runs.start(actor, { source: { document: slow(1) } });
  await eventOf(before, run.id, isUnderWay);
  await before.close();

  const esteira = await services(home, { settings: { runs: 1 } });
  expect(await esteira.runs.finished(actor, run.id)).toMatchObject({
    status: 'done',
    nodes: { before: { status: 'done' }, long: { status: 'done' }, after: { status: 'done' } },
  });
  const events = await eventsOf(esteira, run.id);
  const begun = events.filter((event) => event.type === 'node-started').map((event) => event.step);
  expect(begun).toEqual(['before', 'long', 'long', 'after']);
  expect((await esteira.runs.finished(actor, next.id)).status).toBe('done');
});

test('after kill -9 of the server a run is tried once more, and not for ever', async () => {
  const home = await temporaryHome();
  const first = await serverElsewhere(home, slow(60_000), 'person');
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');

  const esteira = await services(home);
  await eventOf(esteira, first.run, (event) => event.type === 'run-started' && event.seq > 5);
  expect(await esteira.runs.get(actor, first.run)).toMatchObject({ status: 'running', attempt: 2 });
  await esteira.close();
  const again = await services(home);
  expect(await again.runs.finished(actor, first.run)).toMatchObject({
    status: 'failed',
    error: { code: 'interrupted' },
    nodes: { before: { status: 'done' }, long: { status: 'failed' } },
  });
});

test('the run of a command that was killed is not taken up behind its back', async () => {
  const home = await temporaryHome();
  const command = await serverElsewhere(home, slow(60_000), 'command');
  command.child.kill('SIGKILL');
  await once(command.child, 'exit');
  const esteira = await services(home);
  const result = await esteira.runs.result(actor, command.run);
  expect(result).toMatchObject({ status: 'failed', error: { code: 'interrupted' } });
});

test('a home has one owner; a dead one is followed by the next', async () => {
  const home = await temporaryHome();
  const other = await serverElsewhere(home, slow(60_000), 'person');
  await expect(services(home)).rejects.toMatchObject({
    code: 'home-in-use',
    params: { home, process: String(other.child.pid) },
  });
  expect(await ownerOf(home)).toMatchObject({ process: other.child.pid });
  other.child.kill('SIGKILL');
  await once(other.child, 'exit');
  expect(await ownerOf(home)).toBeUndefined();
  const esteira = await services(home);
  expect(await ownerOf(home)).toMatchObject({ process: process.pid });
  await esteira.close();
  expect(await ownerOf(home)).toBeUndefined();
});

test('no process outlives the server that was killed', async () => {
  const home = await temporaryHome();
  const other = await serverElsewhere(home, slow(60_000), 'person');
  const children = await childrenOf(other.child.pid!);
  expect(children.length).toBeGreaterThan(0);
  other.child.kill('SIGKILL');
  await once(other.child, 'exit');
  await expect.poll(() => children.filter(isAlive), { timeout: 20_000 }).toEqual([]);
});

async function childrenOf(pid: number): Promise<number[]> {
  const list = spawn('ps', ['-A', '-o', 'pid=,ppid=']);
  const chunks = await Array.fromAsync(list.stdout as AsyncIterable<Buffer>);
  const lines = Buffer.concat(chunks).toString().trim().split('\n');
  const pairs = lines.map((line) => line.trim().split(/\s+/).map(Number));
  return pairs.filter(([, parent]) => parent === pid).map(([child]) => child!);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
