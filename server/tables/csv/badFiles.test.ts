import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openImporter, type Importer } from './testing/imports.ts';

let csv: Importer;
beforeAll(async () => (csv = await openImporter()));
afterAll(() => csv.close());

const lines = (...list: string[]): string => `${list.join('\n')}\n`;

describe('a file that cannot be read', () => {
  it.each([
    ['missing', 'nowhere.csv', 'file-missing'],
    ['a folder', 'folder', 'file-is-folder'],
    ['empty', 'empty.csv', 'file-empty'],
  ])('is said to be %s', async (_, name, code) => {
    await mkdir(join(csv.folder, 'folder'), { recursive: true });
    await writeFile(join(csv.folder, 'empty.csv'), '');
    await expect(csv.file(join(csv.folder, name))).rejects.toMatchObject({ code });
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'is said to be closed',
    async () => {
      const path = join(csv.folder, 'closed.csv');
      await writeFile(path, lines('a', '1'));
      await chmod(path, 0);
      await expect(csv.file(path)).rejects.toMatchObject({ code: 'file-unreadable' });
    },
  );

  it.each([
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2, 0, 3])],
    ['a workbook', Buffer.from('504b0304140006000800', 'hex')],
    ['a compressed file', Buffer.from('1f8b080000000000', 'hex')],
    ['text with a NUL', lines('a,b', '1,x\0y')],
  ])('is no text: %s', async (_, bytes) => {
    await expect(csv.text(bytes)).rejects.toMatchObject({ code: 'file-binary' });
  });

  it.each([['a,b'], ['a,b\n'], ['a;b\r\n\r\n']])('has a header only: %j', async (text) => {
    await expect(csv.text(text)).rejects.toMatchObject({ code: 'file-without-rows' });
  });

  it('has a quote that is never closed, whose line is named', async () => {
    const open = lines('a,b,c', '1,"x\ny",3', '1,"x,3', '4,5,6', '7,8,9');
    await expect(csv.text(open)).rejects.toMatchObject({
      code: 'csv-quote-open',
      params: { line: 4 },
    });
    const later = lines('a,b,c', '1,"x,3', '4,"5",6', '7,8,9');
    await expect(csv.text(later)).rejects.toMatchObject({
      code: 'csv-quote-open',
      params: { line: 2 },
    });
  });

  it('has another delimiter than the one set', async () => {
    await expect(csv.text(lines('a;b', '1;2', '3;4'), { delimiter: ',' })).rejects.toMatchObject({
      code: 'csv-delimiter-wrong',
      params: { delimiter: ',', better: ';' },
    });
  });

  it('has no line of the header’s width', async () => {
    const text = lines('a,b,c', '1,2,3', '4,"5"x,6').replace('1,2,3\n', '1,"2"y,3\n');
    await expect(csv.text(text)).rejects.toMatchObject({
      code: 'csv-no-line-fits',
      params: { count: 2 },
    });
  });
});

describe('lines that do not fit', () => {
  it('are left out, counted and shown with their numbers', async () => {
    const { rows, found, notes } = await csv.text(
      lines('a,b,c', '1,"x', 'y",3', '4,5', '6,7,8,9', '', '4,"ab"c,6', '10,11,12'),
    );
    expect(rows).toEqual([
      [1, 'x\ny', 3],
      [10, '11', 12],
    ]);
    expect(found['rejected']).toEqual({
      count: 3,
      more: false,
      first: [
        { line: 4, reason: 'too-few-fields', text: '4,5' },
        { line: 5, reason: 'too-many-fields', text: '6,7,8,9' },
        { line: 7, reason: 'broken-quotes', text: '4,"ab"c,6' },
      ],
    });
    expect(notes).toMatchObject([
      { code: 'csv-lines-rejected', params: { count: 3, lines: [4, 5, 7] } },
    ]);
  });

  it('are all counted, though only the first are shown', async () => {
    const bad = Array.from({ length: 500 }, () => '1,2');
    const good = Array.from({ length: 600 }, (_, i) => `${i},2,3`);
    const { rows, found } = await csv.text(lines('a,b,c', ...good, ...bad));
    expect(rows).toHaveLength(600);
    const first = Array.from({ length: 20 }, (_, i) => ({ line: 602 + i }));
    expect(found['rejected']).toMatchObject({ count: 500, first });
  });
});

describe('column names', () => {
  it('are given, made different and kept from colliding with hidden ones', async () => {
    const { columns, notes } = await csv.text(lines('a,A, a ,,$row,a_2,$PART', '1,2,3,4,5,6,7'));
    const names = columns.map(({ name }) => name);
    expect(names).toEqual(['a', 'A_3', 'a_4', 'column_4', 'row', 'a_2', 'PART']);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(7);
    expect(notes.map(({ code, params }) => [code, params?.['columns']])).toEqual([
      ['csv-columns-repeated', ['A', 'a']],
      ['csv-columns-reserved', ['$row', '$PART']],
      ['csv-columns-unnamed', ['column_4']],
    ]);
  });

  it('may be anything else', async () => {
    const names = [
      '😀',
      'a"b',
      '__proto__',
      'select',
      'c;d',
      "l'eau",
      'x\ny',
      '%',
      'constructor',
      'file_row_number',
    ];
    const header = names.map((name) => `"${name.replaceAll('"', '""')}"`).join(',');
    const { columns, rows } = await csv.text(lines(header, names.map((_, i) => i).join(',')));
    expect(columns.map(({ name }) => name)).toEqual(names.map((name) => name.replace('\n', ' ')));
    expect(rows).toEqual([names.map((_, i) => i)]);
  });

  it('are numbered where there is no header', async () => {
    const { columns, rows, found } = await csv.text(lines('5.1,3.5,setosa', '4.9,3.0,setosa'));
    expect(columns.map(({ name }) => name)).toEqual(['column_1', 'column_2', 'column_3']);
    expect(rows).toHaveLength(2);
    expect(found['header']).toBe(false);
    const forced = await csv.text(lines('name,city', 'ana,rio'), { header: 'no' });
    expect(forced.rows).toEqual([
      ['name', 'city'],
      ['ana', 'rio'],
    ]);
  });

  it('lack the first where row names are written, and lose the last where there are too many', async () => {
    expect(
      (await csv.text(lines('"x","y"', '"1",5,6', '"2",7,8'))).columns.map(({ name }) => name),
    ).toEqual(['column_1', 'x', 'y']);
    expect((await csv.text(lines('a,b,c', '1,2', '3,4'))).codes).toEqual(['csv-header-uneven']);
  });
});

describe('ways to write a file', () => {
  const expected = [
    [1, 'é, ü', 2.5],
    [3, '€', 4],
  ];
  const text = lines('a;b;c', '1;é, ü;2,5', '3;€;4,0');

  it.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['windows-1252', iconv.encode(text, 'win1252'), 'windows-1252'],
    ['UTF-16 with a mark', iconv.encode(text, 'utf16-le', { addBOM: true }), 'utf-16'],
    ['UTF-16 without one', iconv.encode(text.replace('€', 'x'), 'utf16-le'), 'utf-16'],
    ['UTF-16, high byte first', iconv.encode(text, 'utf16-be', { addBOM: true }), 'utf-16'],
    ['lines that end with CR LF', Buffer.from(text.replaceAll('\n', '\r\n')), 'utf-8'],
    ['lines that end with CR', Buffer.from(text.replaceAll('\n', '\r')), 'utf-8'],
    ['lines that end one way and another', Buffer.from(text.replace('\n', '\r\n')), 'utf-8'],
    ['no line end at the end', Buffer.from(text.trim()), 'utf-8'],
    ['blank lines', Buffer.from(text.replaceAll('\n', '\n\n')), 'utf-8'],
    ['a title above', Buffer.from(`Relatório de vendas\n\n${text}`), 'utf-8'],
    ['tabs', Buffer.from(text.replaceAll(';', '\t')), 'utf-8'],
    ['bars', Buffer.from(text.replaceAll(';', '|')), 'utf-8'],
  ])('%s', async (_, bytes, encoding) => {
    const { columns, rows, found } = await csv.text(bytes);
    expect(columns.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    const sign = bytes.includes('€') || encoding !== 'utf-16' || rows[1]![1] === '€' ? '€' : 'x';
    expect(rows).toEqual([expected[0], [3, sign, 4]]);
    expect(found['encoding']).toBe(encoding);
  });

  it('a few damaged bytes do not make UTF-8 another encoding', async () => {
    const bytes = Buffer.concat([
      Buffer.from(lines('a,b', ...Array.from({ length: 50 }, () => 'ação,é'))),
      Buffer.from([0x78, 0xff, 0x2c, 0x31, 0x0a]),
    ]);
    const { rows, notes } = await csv.text(bytes);
    expect(rows[0]).toEqual(['ação', 'é']);
    expect(rows[50]).toEqual(['x\ufffd', '1']);
    expect(notes).toMatchObject([{ code: 'csv-characters-replaced', params: { count: 1 } }]);
  });

  it('an encoding that is set is obeyed', async () => {
    const { rows } = await csv.text(Buffer.from(lines('a', 'é')), { encoding: 'windows-1252' });
    expect(rows).toEqual([['Ã©']]);
  });

  it('single quotes, backslashes and spaces around fields', async () => {
    expect((await csv.text(lines('a,b', "'x, y',1", "'z',2", "'w',3"))).rows[0]).toEqual([
      'x, y',
      1,
    ]);
    expect((await csv.text(lines('a,b', '"x \\"y\\", z",1', '"w",2'))).rows[0]).toEqual([
      'x "y", z',
      1,
    ]);
    const padded = await csv.text(lines('a, b, c', '1, x y, 3.5', '2, ?, 4', '3, z,'));
    expect(padded.rows).toEqual([
      [1, 'x y', 3.5],
      [2, null, 4],
      [3, 'z', null],
    ]);
  });

  it('a single column', async () => {
    expect((await csv.text(lines('a', '1', '2'))).rows).toEqual([[1], [2]]);
  });

  it('a thousand columns', async () => {
    const header = Array.from({ length: 1000 }, (_, i) => `c${i}`).join(',');
    const row = Array.from({ length: 1000 }, (_, i) => (i % 3 === 0 ? i : i / 7)).join(',');
    const { columns, rows } = await csv.text(lines(header, row, row));
    expect(columns).toHaveLength(1000);
    expect(rows[1]![7]).toBe(1);
  });
});
