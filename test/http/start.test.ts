import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryHome } from '../support/services.ts';
import { startProcess, type Ended } from './support/process.ts';

const one = /^[^\n]+\n$/;

/** It says in one line why, and nothing else. */
function expectRefusal(ended: Ended, ...parts: readonly string[]): void {
  expect(ended.code).toBe(1);
  expect(ended.stdout).toBe('');
  expect(ended.stderr).toMatch(one);
  for (const part of parts) expect(ended.stderr).toContain(part);
  expect(ended.stderr).not.toMatch(/\bat .*:\d+|Error/);
}

test('it says where it is and where its data lies, answers, and ends clean', async () => {
  const home = await temporaryHome();
  const started = startProcess({ PORT: '0', ESTEIRA_HOME: home });
  const url = await started.url;
  expect((await fetch(`${url}/api/health`)).status).toBe(200);
  await expect.poll(() => started.said().stdout).toContain(home);
  const lock = JSON.parse(await readFile(path.join(home, 'lock.json'), 'utf8')) as { url: string };
  expect(lock.url).toBe(url);
  started.child.kill('SIGTERM');
  const ended = await started.ended;
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(await readdir(home)).not.toContain('lock.json');
  // Everything was written: no journal of the database is left to be played back.
  expect(await readdir(home)).not.toContain('esteira.db-wal');
});

test('a second one on the same home is told whose it is, and leaves the first alone', async () => {
  const home = await temporaryHome();
  const first = startProcess({ PORT: '0', ESTEIRA_HOME: home });
  const url = await first.url;
  const second = await startProcess({ PORT: '0', ESTEIRA_HOME: home }).ended;
  expectRefusal(second, home, `process ${first.child.pid}`, 'ESTEIRA_HOME');
  expect((await fetch(`${url}/api/health`)).status).toBe(200);
});

test('a home whose owner was killed is taken over', async () => {
  const home = await temporaryHome();
  const first = startProcess({ PORT: '0', ESTEIRA_HOME: home });
  await first.url;
  first.child.kill('SIGKILL');
  await first.ended;
  expect(await readdir(home)).toContain('lock.json');
  const second = startProcess({ PORT: '0', ESTEIRA_HOME: home });
  expect((await fetch(`${await second.url}/api/health`)).status).toBe(200);
});

test('a port in use is named, and the home is given back', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => {
    other.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => void other.close());
  const port = String((other.address() as AddressInfo).port);
  const home = await temporaryHome();
  const ended = await startProcess({ PORT: port, ESTEIRA_HOME: home, LANG: 'pt_BR.UTF-8' }).ended;
  expectRefusal(ended, `A porta ${port} já está em uso`, 'PORT');
  expect(await readdir(home)).not.toContain('lock.json');
});

test('a home that is not writable or no folder is named', async () => {
  const home = await temporaryHome();
  const file = path.join(home, 'file');
  await writeFile(file, '');
  expectRefusal(await startProcess({ PORT: '0', ESTEIRA_HOME: file }).ended, file);
  expectRefusal(await startProcess({ PORT: '0', ESTEIRA_HOME: path.join(file, 'x') }).ended, file);
  // A folder may exist and take none in it, whoever asks.
  if (process.platform === 'linux') {
    const taken = '/proc/esteira/home';
    expectRefusal(await startProcess({ PORT: '0', ESTEIRA_HOME: taken }).ended, taken);
  }
  const closed = path.join(home, 'closed');
  await mkdir(closed);
  await chmod(closed, 0o500);
  // The superuser may write everywhere, so there is nothing to refuse to them.
  if (process.getuid?.() !== 0) {
    expectRefusal(await startProcess({ PORT: '0', ESTEIRA_HOME: closed }).ended, closed);
  }
});

test('settings that cannot be are named with what they must be', async () => {
  const home = await temporaryHome();
  const cases = [
    [{ PORT: 'http' }, ['PORT', '“http”', '0–65535']],
    [{ PORT: '70000' }, ['PORT', '70000']],
    [{ PORT: '0', HOST: '0.0.0.0' }, ['0.0.0.0', 'ESTEIRA_TOKEN']],
    [{ PORT: '0', HOST: '203.0.113.7', ESTEIRA_TOKEN: 'x' }, ['HOST', '203.0.113.7']],
    [{ PORT: '0', ESTEIRA_RUNS: 'many' }, ['ESTEIRA_RUNS', 'many']],
  ] as const;
  const ended = await Promise.all(
    cases.map(([env]) => startProcess({ ESTEIRA_HOME: home, ...env }).ended),
  );
  cases.forEach(([, parts], at) => expectRefusal(ended[at]!, ...parts));
});
