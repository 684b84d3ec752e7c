import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { ownerOf, ownHome, type Owner } from './home.ts';

async function folder(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'esteira-own-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  return home;
}

const leave = (home: string, owner: Partial<Owner> | string): Promise<void> =>
  writeFile(join(home, 'lock.json'), typeof owner === 'string' ? owner : JSON.stringify(owner));

test.each([
  ['free', undefined],
  ['left by a process that is gone', { process: 2 ** 30, url: null, token: 'x' }],
])('one of many that want a home at once gets it, be it %s', async (_, left) => {
  const home = await folder();
  if (left) await leave(home, left);
  const wishes = await Promise.allSettled(Array.from({ length: 20 }, () => ownHome(home)));
  const got = wishes.filter((wish) => wish.status === 'fulfilled').map((wish) => wish.value);
  expect(got).toHaveLength(1);
  for (const wish of wishes) {
    if (wish.status !== 'rejected') continue;
    expect(wish.reason).toMatchObject({
      code: 'home-in-use',
      params: { home, process: String(process.pid) },
    });
  }
  await got[0]!.announce('http://127.0.0.1:1');
  expect(await ownerOf(home)).toMatchObject({ url: 'http://127.0.0.1:1', token: got[0]!.token });
  await got[0]!.release();
  // Given back, it is anybody's.
  expect(await readdir(home)).toEqual(['lock.db']);
  expect(await ownerOf(home)).toBeUndefined();
  const next = await ownHome(home);
  // Giving back twice does not take the home away from whoever has it now.
  await got[0]!.release();
  expect(await ownerOf(home)).toMatchObject({ token: next.token });
  await next.release();
});

test('what a process that is gone left, whole or cut off, keeps nobody out and answers for nobody', async () => {
  const home = await folder();
  for (const left of [
    { process: 2 ** 30, url: 'http://127.0.0.1:1', token: 'x' },
    // The first process of a container, started anew, and one of an earlier boot: the number lives, the owner doesn't.
    { process: process.pid, url: null, token: 'x' },
    { process: process.ppid, url: null, token: 'x' },
    '{"process":',
    '',
  ]) {
    await leave(home, left);
    expect(await ownerOf(home)).toBeUndefined();
    const taken = await ownHome(home);
    expect(await ownerOf(home)).toEqual({ process: process.pid, url: null, token: taken.token });
    await taken.release();
  }
});

test('what is left behind is never taken by two, in many homes at once', async () => {
  const left = { process: 2 ** 30, url: null, token: 'x' };
  const owners = await Promise.all(
    Array.from({ length: 120 }, async () => {
      const home = await folder();
      await leave(home, left);
      const wishes = await Promise.allSettled(Array.from({ length: 20 }, () => ownHome(home)));
      const got = wishes.filter((wish) => wish.status === 'fulfilled');
      await Promise.all(got.map((wish) => wish.value.release()));
      return got.length;
    }),
  );
  expect(owners.filter((many) => many !== 1)).toEqual([]);
});

/** Owns the home as often as it can, and each time puts a file there that must not be there yet. */
const RIVAL = `
import { rm, writeFile } from 'node:fs/promises';
import { ownHome, ownerOf } from ${JSON.stringify(new URL('home.ts', import.meta.url).href)};
const home = process.argv[1];
let times = 0;
for (const end = Date.now() + 1500; Date.now() < end; ) {
  await ownerOf(home);
  const owned = await ownHome(home).catch((error) => {
    if (error.code !== 'home-in-use') throw error;
  });
  if (!owned) continue;
  times += 1;
  await writeFile(home + '/alone', '', { flag: 'wx' });
  // Some end as a crash does: nothing is given back.
  if (times % 40 === 0 && process.argv[2] === 'dies') {
    await rm(home + '/alone');
    process.kill(process.pid, 'SIGKILL');
  }
  await rm(home + '/alone');
  await owned.release();
}
console.log(times);
`;

test('processes that come and go, some of them killed, are never two on one home', async () => {
  const home = await folder();
  const rival = (ends: 'dies' | 'stays'): Promise<string> =>
    promisify(execFile)(process.execPath, ['--input-type=module', '--eval', RIVAL, home, ends])
      .then(({ stdout }) => stdout.trim())
      .catch((error: unknown) => {
        const { signal, stderr } = error as { signal?: string; stderr: string };
        return signal ?? stderr;
      });
  const dying = [rival('dies'), rival('dies')];
  const ended = await Promise.all([rival('stays'), rival('stays'), ...dying]);
  for (const said of ended) expect(said).toMatch(/^(\d+|SIGKILL)$/);
  await (await ownHome(home)).release();
});
