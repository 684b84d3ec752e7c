import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ownerOf, ownHome, type Owner } from './home.ts';

async function folder(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'esteira-own-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  return home;
}

const lockOf = async (home: string): Promise<Owner> =>
  JSON.parse(await readFile(join(home, 'lock.json'), 'utf8')) as Owner;

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
  expect(await readdir(home)).toEqual([]);
  const next = await ownHome(home);
  // Giving back twice does not take the home away from whoever has it now.
  await got[0]!.release();
  expect(await ownerOf(home)).toMatchObject({ token: next.token });
  await next.release();
});

test('a lock of a process that is gone, of an earlier boot or cut off is taken over', async () => {
  const home = await folder();
  const first = await ownHome(home);
  const { boot } = await lockOf(home);
  await first.release();
  const past = new Date(Date.now() - 60_000);
  for (const left of [
    { process: 2 ** 30, boot, url: null, token: 'x' },
    // The first process of a container, started anew: the number is ours, the lock is not.
    { process: process.pid, boot, url: null, token: 'x' },
    ...(boot === '' ? [] : [{ process: process.ppid, boot: 'before', url: null, token: 'x' }]),
    '{"process":',
    '',
  ]) {
    await leave(home, left);
    await utimes(join(home, 'lock.json'), past, past);
    const taken = await ownHome(home);
    expect((await lockOf(home)).token).toBe(taken.token);
    await taken.release();
  }
  await leave(home, { process: process.ppid, boot, url: null, token: 'x' });
  await expect(ownHome(home)).rejects.toMatchObject({ code: 'home-in-use' });
});
