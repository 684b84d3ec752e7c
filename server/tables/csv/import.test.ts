import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openImporter, type Importer } from './testing/imports.ts';

let csv: Importer;
beforeAll(async () => (csv = await openImporter()));
afterAll(() => csv.close());

const lines = (...list: string[]): string => `${list.join('\n')}\n`;
/** More text than a sample holds, with one line that differs where no stretch of the sample lies. */
const ODD = 70_001;
const long = (header: string, line: (i: number) => string, odd: string): string => {
  const tail = ',the same words at the end of every line';
  const rows = Array.from({ length: 150_000 }, (_, i) => `${i === ODD ? odd : line(i)}${tail}`);
  return `${header},tail\n${rows.join('\n')}\n`;
};

describe('the whole file decides', () => {
  it('on a decimal number among whole ones', async () => {
    const { types, row, found } = await csv.text(long('a,b', (i) => `${i},x`, '1.5,y'));
    expect(types).toMatchObject({ a: 'float64', b: 'text' });
    expect((await row(ODD)).slice(0, 2)).toEqual([1.5, 'y']);
    expect(found['rows']).toBe(150_000);
  });

  it('on one leading zero', async () => {
    const { types, row } = await csv.text(long('a,b', (i) => `${i},x`, '00501,y'));
    expect(types.a).toBe('text');
    expect((await row(ODD))[0]).toBe('00501');
  });

  it('on a column that begins empty', async () => {
    const { types, row } = await csv.text(long('a,b', (i) => `${i},`, '3,7.5'));
    expect(types.b).toBe('float64');
    expect((await row(ODD)).slice(0, 2)).toEqual([3, 7.5]);
  });

  it('on a text for missing that the sample does not have', async () => {
    const { row, found } = await csv.text(long('a,b', (i) => `${i},x`, '3,N/A'));
    expect((await row(ODD)).slice(0, 2)).toEqual([3, null]);
    expect(found['columns']).toMatchObject([{ missing: 0 }, { missing: 1 }, { missing: 0 }]);
  });

  it('on a time beside dates', async () => {
    const { types, row } = await csv.text(
      long('a,b', () => '2024-01-05,x', '2024-01-06 10:30:00,y'),
    );
    expect(types.a).toBe('timestamp');
    expect((await row(ODD))[0]).toBe('2024-01-06T10:30:00');
  });

  it('whatever spaces stand around the fields', async () => {
    const text = long('a, d, n', (i) => `${i}, 2024-01-05, 7`, '3, 2024-01-06, 1.5');
    const { types, row } = await csv.text(text.replaceAll(',the', ', the'));
    expect(types).toMatchObject({ a: 'int64', d: 'date', n: 'float64' });
    expect(await row(ODD)).toEqual([
      3,
      '2024-01-06',
      1.5,
      'the same words at the end of every line',
    ]);
  });

  it('gives equal files equal snapshots', async () => {
    const text = long('a,b', (i) => `${i},x${i}`, '3,y');
    const { snapshot } = await csv.text(text);
    expect((await csv.text(text)).snapshot).toBe(snapshot);
  });
});

describe('types set by hand', () => {
  it('are honoured, and what does not fit is counted', async () => {
    const { types, rows, notes } = await csv.text(lines('a,b', '1,5', 'abc,6', '3,7'), {
      types: { a: 'number', b: 'text' },
    });
    expect(types).toEqual({ a: 'int64', b: 'text' });
    expect(rows).toEqual([
      [1, '5'],
      [null, '6'],
      [3, '7'],
    ]);
    expect(notes).toMatchObject([
      { code: 'csv-cells-misfit', params: { column: 'a', count: 1, value: 'abc' } },
    ]);
  });

  it('read sim and não as booleans', async () => {
    const { rows } = await csv.text(lines('a,b', 'Sim,1', 'não,0'), {
      types: { a: 'bool', b: 'bool' },
    });
    expect(rows).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  it('name a column that is there and a type that exists', async () => {
    await expect(csv.text(lines('a', '1'), { types: { z: 'text' } })).rejects.toMatchObject({
      code: 'csv-column-missing',
      params: { column: 'z', known: ['a'] },
    });
    await expect(csv.text(lines('a', '1'), { types: { a: 'colour' } })).rejects.toMatchObject({
      code: 'csv-type-unknown',
    });
  });
});

describe('meaning', () => {
  it('tells categories from texts by how often values come back', async () => {
    const rows = Array.from(
      { length: 60 },
      (_, i) => `${i},${'abc'[i % 3]},${`word${i} `.repeat(3)},${'long '.repeat(20)}`,
    );
    const { columns, found } = await csv.text(lines('id,kind,tale,essay', ...rows));
    expect(columns.map(({ meaning }) => meaning)).toEqual(['number', 'category', 'text', 'text']);
    expect(found['identifiers']).toEqual(['id', 'tale']);
  });

  it('takes sentences for free text, though no two are equal', async () => {
    const rows = Array.from(
      { length: 60 },
      (_, i) => `O${i},Arrived late and order ${i} was broken,Rua das Flores ${i}`,
    );
    const { columns, found } = await csv.text(lines('order,review,street', ...rows));
    expect(columns[1]?.meaning).toBe('text');
    expect(found['identifiers']).toEqual(['order', 'street']);
  });

  it('knows an identifier beside a last row of separators alone', async () => {
    const rows = Array.from({ length: 200 }, (_, i) => `C${i},${i % 7}`);
    const { found } = await csv.text(lines('code,kind', ...rows, ','));
    expect(found['identifiers']).toEqual(['code']);
  });

  it('tags personal data', async () => {
    const cpfs = [
      '529.982.247-25',
      '111.444.777-35',
      '390.533.447-05',
      '153.509.460-56',
      '123.456.789-09',
    ];
    const rows = cpfs.map((cpf, i) => `${cpf};p${i}@x.com.br;(11) 9${i}234-5678;0131${i}-000`);
    const { columns, codes } = await csv.text(lines('a;b;c;d', ...rows));
    expect(columns.map(({ personal }) => personal)).toEqual([
      'cpf',
      'email',
      'phone',
      'postal-code',
    ]);
    expect(codes).toContain('csv-personal-data');
  });
});
