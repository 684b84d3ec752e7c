import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { openArtifacts } from './artifacts.ts';

const home = async (): Promise<string> => {
  const root = await mkdtemp(join(tmpdir(), 'esteira-artifacts-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  return root;
};

test('a stream that breaks off early leaves no file, nor one that comes later', async () => {
  const root = await home();
  const artifacts = openArtifacts(root);
  // At whatever moment: before its file is asked for, while it is being opened, afterwards.
  const keep = async (turns: number): Promise<void> => {
    const stream = new Readable({ read() {} });
    stream.on('error', () => {});
    const staged = expect(artifacts.stage(stream)).rejects.toThrow();
    for (let turn = 0; turn < turns; turn += 1) await setImmediate();
    stream.destroy(new Error('aborted'));
    await staged;
  };
  for (let round = 0; round < 20; round += 1) {
    await Promise.all(Array.from({ length: 12 }, (_, turns) => keep(turns)));
  }
  // Whatever the file system is still asked to do is done by then.
  await setTimeout(50);
  expect(await readdir(join(root, 'staging'))).toEqual([]);
});

test('what is kept whole is found under its hash, whoever else sends the same', async () => {
  const root = await home();
  const artifacts = openArtifacts(root);
  const send = () => artifacts.putStream(Readable.from([Buffer.from('a'), Buffer.from('b')]));
  const [one, other] = await Promise.all([send(), send()]);
  expect(one).toEqual(other);
  expect(one.bytes).toBe(2);
  expect((await artifacts.get(one.hash)).toString()).toBe('ab');
  const long = artifacts.putStream(Readable.from([Buffer.from('abc')]), 2);
  await expect(long).rejects.toMatchObject({ code: 'upload-too-large' });
  expect(await readdir(join(root, 'staging'))).toEqual([]);
});
