import { createHash, randomBytes } from 'node:crypto';
import { appendFile, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { call, col } from '#nodes/sdk/expressions/build.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import { seal, sealWhileWritten } from './sealing.ts';
import { column, openPlace } from './testing/tables.ts';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'esteira-sealing-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

it('is that of all bytes, however they came', async () => {
  const file = join(folder, 'growing');
  const sealing = sealWhileWritten(file);
  // From nothing at all to more than is read at once; the pauses let it read in between.
  for (const length of [0, 5, 3 << 20, 1, 1 << 20]) {
    await pause(40);
    await appendFile(file, randomBytes(length));
  }
  const bytes = await readFile(file);
  const sealed = { hash: sha256(bytes), bytes: bytes.length };
  expect(await sealing.finish()).toEqual(sealed);
  expect(await seal(file)).toEqual(sealed);
  await rename(file, `${file}.moved`);
  await sealing.stop();
});

it('fails where there is nothing to seal, and lets go without complaint', async () => {
  const nowhere = join(folder, 'nowhere');
  await expect(seal(nowhere)).rejects.toMatchObject({ code: 'ENOENT' });
  const sealing = sealWhileWritten(nowhere);
  await expect(sealing.finish()).rejects.toMatchObject({ code: 'ENOENT' });
  await sealing.stop();
  const abandoned = sealWhileWritten(nowhere);
  await writeFile(nowhere, 'half');
  await abandoned.stop();
});

it('of a snapshot of many row groups is that of its file', async () => {
  const place = await openPlace();
  try {
    const some = Table.values(
      [column('id', 'int64'), column('text', 'text')],
      Array.from({ length: 1000 }, (_, at) => [at, `value ${(at * 7919) % 1009}`]),
    );
    const parts = Array.from({ length: 500 }, (_, at) =>
      some.derive([{ name: 'id', expr: call('add', col('id'), at * 1000) }]),
    );
    const { plan } = await place.tables.materialize(Table.append(parts));
    const hash = plan.op === 'source' ? plan.snapshot : '';
    expect(sha256(await place.bytes(hash))).toBe(hash);
  } finally {
    await place.close();
  }
});
