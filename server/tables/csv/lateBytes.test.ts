/** Files whose first megabytes are plain, so that the conversion starts before the rest was looked at. */
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AUTO, openImporter, type Importer } from './testing/imports.ts';

let csv: Importer;
beforeAll(async () => (csv = await openImporter()));
afterAll(() => csv.close());

const ROWS = 400_000;
/** 6 MB of ASCII: more than is looked at before the conversion starts. */
const plain = Buffer.from(
  `a,b\n${Array.from({ length: ROWS }, (_, i) => `${i % 90_000},row ${i % 90_000}\n`).join('')}`,
);
const then = (...last: (string | Buffer)[]): Buffer =>
  Buffer.concat([plain, ...last.map((part) => Buffer.from(part as string))]);

describe('beyond the head of a long file', () => {
  it('UTF-8 is what it seemed', async () => {
    const { row, notes, found } = await csv.text(then('7,ação €\n'));
    expect(await row(ROWS)).toEqual([7, 'ação €']);
    expect(await row(ROWS - 1)).toEqual([39_999, 'row 39999']);
    expect([notes, found['encoding'], found['rows']]).toEqual([[], 'utf-8', ROWS + 1]);
  });

  it('a letter of windows-1252 tells the encoding of all of it', async () => {
    const { row, found } = await csv.text(then('7,a', Buffer.from([0xe7, 0xe3]), 'o\n'));
    expect(await row(ROWS)).toEqual([7, 'ação']);
    expect([found['encoding'], found['rows']]).toEqual(['windows-1252', ROWS + 1]);
  });

  it('a few damaged bytes among good ones are replaced and told of', async () => {
    const good = '8,áéíóú ãõ âêô ç\n'.repeat(3);
    const { row, notes, found } = await csv.text(then(good, '7,x', Buffer.from([0xff]), '\n'));
    expect(await row(ROWS + 3)).toEqual([7, 'x\ufffd']);
    expect(notes).toMatchObject([{ code: 'csv-characters-replaced', params: { count: 1 } }]);
    expect([found['encoding'], found['rejected']]).toMatchObject(['utf-8', { count: 0 }]);
  });

  it('a NUL says that it is no text, whatever else is wrong with it', async () => {
    for (const last of ['7,x\0y\n', '7,"x\ny\n\0'])
      await expect(csv.text(then(last))).rejects.toMatchObject({ code: 'file-binary' });
  });

  it('bad lines have their numbers', async () => {
    const { found } = await csv.text(then('1,2,3\n', '4,ok\n', '5\n'));
    expect(found['rejected']).toMatchObject({
      count: 2,
      first: [
        { line: ROWS + 2, reason: 'too-many-fields', text: '1,2,3' },
        { line: ROWS + 4, reason: 'too-few-fields', text: '5' },
      ],
    });
    await expect(csv.text(then('4,"open\n', '5,6\n'.repeat(2)))).rejects.toMatchObject({
      code: 'csv-quote-open',
      params: { line: ROWS + 2 },
    });
  });

  it('an encoding that is set is obeyed', async () => {
    const bytes = then('7,é\n');
    const { row } = await csv.text(bytes, { encoding: 'windows-1252' });
    expect(await row(ROWS)).toEqual([7, 'Ã©']);
  });

  it('a cell that contradicts the sample turns its column to text', async () => {
    const { row, types } = await csv.text(then('seven,x\n', '8,NA\n'));
    expect(types['a']).toBe('text');
    expect([await row(ROWS), await row(ROWS + 1)]).toEqual([
      ['seven', 'x'],
      ['8', null],
    ]);
  });

  it('leaves no copy behind', async () => {
    await writeFile(join(csv.folder, 'own.csv'), then('7,', Buffer.from([0xe7]), '\n'));
    await csv.file(join(csv.folder, 'own.csv'));
    const [scratch] = await readdir(join(csv.folder, 'tmp'));
    const left = await readdir(join(csv.folder, 'tmp', scratch!));
    expect(left.filter((name) => name !== 'spill')).toEqual([]);
  });

  it('stops when it is told to', async () => {
    const path = join(csv.folder, 'stopped.csv');
    await writeFile(path, then('7,x\n'));
    const controller = new AbortController();
    const importing = csv.tables
      .for({ signal: controller.signal })
      .importCsv({ dataset: path, hash: '' }, AUTO);
    setTimeout(() => controller.abort(), 20);
    await expect(importing).rejects.toMatchObject({ code: 'cancelled' });
  });
});
