import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { bundleOf, sha256 } from '../http/support/zip.ts';
import { pipeline } from '../support/fakeNodes/pipeline.ts';
import { temporaryHome } from '../support/services.ts';
import { esteira, tidyCsv } from './support/esteira.ts';

test('a pipeline that comes with its data runs in a home that has never seen either', async () => {
  const data = { 'mine.csv': tidyCsv() };
  const file = { dataset: 'mine.csv', hash: sha256(data['mine.csv']) };
  const document = pipeline({ nodes: { rows: ['csv-file', { file }] } });
  const folder = await temporaryHome();
  await writeFile(path.join(folder, 'all.zip'), await bundleOf({ document, data }));
  const home = await temporaryHome();
  const run = (name: string) => esteira(['run', name, '--json'], { home, folder });
  const done = await run('all.zip');
  expect([done.code, done.stderr]).toEqual([0, '']);
  expect(done.result().nodes).toMatchObject({ rows: { status: 'done', rows: 150 } });

  await writeFile(path.join(folder, 'broken.zip'), 'PK');
  const broken = await run('broken.zip');
  expect(broken.code).toBe(2);
  expect(broken.stderr).toContain('not a zip archive');
  expect((await run('gone.zip')).stderr).toContain('gone.zip');
});
