import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openImporter, type Importer } from './testing/imports.ts';

let csv: Importer;
beforeAll(async () => (csv = await openImporter()));
afterAll(() => csv.close());

const lines = (...list: string[]): string => `${list.join('\n')}\n`;
describe('numbers', () => {
  it('are whole or decimal', async () => {
    const { types, rows } = await csv.text(lines('a,b,c', '1,1.5,-3', '+2,.5,0', ' 7 ,1e-3,-0'));
    expect(types).toEqual({ a: 'int64', b: 'float64', c: 'int64' });
    expect(rows).toEqual([
      [1, 1.5, -3],
      [2, 0.5, 0],
      [7, 0.001, 0],
    ]);
  });

  it('keep codes with leading zeros as text', async () => {
    const { rows, codes } = await csv.text(lines('cep,n', '01310,1', '20040,2'));
    expect(rows).toEqual([
      ['01310', 1],
      ['20040', 2],
    ]);
    expect(codes).toContain('csv-codes-kept');
  });

  it('beyond 2^53 - 1 are rounded with a word, or are text where all are equally long', async () => {
    const { types, rows, notes } = await csv.text(
      lines('a,b', '1,12345678901234567890', '9007199254740993,12345678901234567891'),
    );
    expect(types).toEqual({ a: 'float64', b: 'text' });
    expect(rows[1]).toEqual([9007199254740992, '12345678901234567891']);
    expect(notes.find(({ code }) => code === 'csv-integers-rounded')?.params).toEqual({
      column: 'a',
      value: '9007199254740993',
    });
  });

  it('that are not finite become missing and are counted', async () => {
    const { rows, notes } = await csv.text(lines('a', '1.5', 'inf', '-Infinity', '1e400', '1e308'));
    expect(rows.flat()).toEqual([1.5, null, null, null, 1e308]);
    expect(notes[0]).toMatchObject({
      code: 'csv-numbers-not-finite',
      params: { column: 'a', count: 3 },
    });
  });
});

describe('the decimal sign', () => {
  const one = async (...values: string[]) => {
    const { rows, codes, types } = await csv.text(lines('a;t', ...values.map((v) => `${v};x`)));
    return {
      values: rows.map((row) => row[0]),
      warned: codes.includes('csv-number-ambiguous'),
      type: types.a,
    };
  };

  it('is a comma where a column proves it', async () => {
    expect((await one('10.838,25', '8,5', '7')).values).toEqual([10838.25, 8.5, 7]);
  });

  it('of a doubtful 1.234 is decided by the values beside it, with a warning', async () => {
    expect(await one('1.234', '12.5')).toEqual({
      values: [1.234, 12.5],
      warned: true,
      type: 'float64',
    });
    expect(await one('1.234', '5.678.901')).toEqual({
      values: [1234, 5678901],
      warned: true,
      type: 'int64',
    });
    expect(await one('1.234', '5678')).toEqual({
      values: [1.234, 5678],
      warned: true,
      type: 'float64',
    });
  });

  it('of a column of doubtful values is that of the file', async () => {
    const pt = await csv.text(lines('a;b', '1.234;1,5', '5.678;2,25'));
    expect(pt.rows).toEqual([
      [1234, 1.5],
      [5678, 2.25],
    ]);
    expect(pt.codes).toContain('csv-number-ambiguous');
    const en = await csv.text(lines('a;b', '1.234;1.5', '5.678;2.25'));
    expect(en.rows).toEqual([
      [1.234, 1.5],
      [5.678, 2.25],
    ]);
  });

  it('is not doubted in a file with commas between fields, unless all of a column is', async () => {
    expect((await csv.text(lines('a', '0.123', '1.234', '12.5'))).notes).toEqual([]);
    expect((await csv.text(lines('a,b', '1.234,x', '5.678,y'))).codes).toEqual([
      'csv-number-ambiguous',
    ]);
  });

  it('can be set', async () => {
    const { rows, codes } = await csv.text(lines('a;b', '1.234;x', '5.678;y'), { decimal: '.' });
    expect(rows).toEqual([
      [1.234, 'x'],
      [5.678, 'y'],
    ]);
    expect(codes).toEqual([]);
  });

  it('may stand beside a sign for thousands', async () => {
    const { rows } = await csv.text(lines('a,b', '"1,234.50",x', '"12,345",y', '7.25,z'));
    expect(rows.map((row) => row[0])).toEqual([1234.5, 12345, 7.25]);
  });
});

describe('dates', () => {
  const one = async (values: string[], options = {}) => {
    const imported = await csv.text(lines('d;x', ...values.map((v) => `${v};1`)), options);
    return {
      values: imported.rows.map((row) => row[0]),
      type: imported.types.d,
      codes: imported.codes,
    };
  };

  it('are read in the order that some day beyond 12 proves', async () => {
    expect((await one(['31/01/2024', '05/02/2024'])).values).toEqual(['2024-01-31', '2024-02-05']);
    expect((await one(['01/31/2024', '02/05/2024'])).values).toEqual(['2024-01-31', '2024-02-05']);
  });

  it('that prove nothing are day first, with a warning, unless another column or the user says otherwise', async () => {
    expect(await one(['01/02/2024', '03/04/2024'])).toMatchObject({
      values: ['2024-02-01', '2024-04-03'],
      codes: ['csv-date-ambiguous'],
    });
    expect((await one(['01/02/2024'], { dateFormat: 'mdy' })).values).toEqual(['2024-01-02']);
    const both = await csv.text(lines('a,b', '01/02/2024,01/31/2024'));
    expect(both.rows).toEqual([['2024-01-02', '2024-01-31']]);
  });

  it('may carry a time', async () => {
    expect(await one(['31/01/2024 10:00', '05/02/2024 11:30:05'])).toMatchObject({
      values: ['2024-01-31T10:00:00', '2024-02-05T11:30:05'],
      type: 'timestamp',
    });
    expect((await one(['1/25/2024 3:05 PM', '2/3/2024 11:00 AM'])).values).toEqual([
      '2024-01-25T15:05:00',
      '2024-02-03T11:00:00',
    ]);
    expect(
      (await one(['2024-01-05', '2024-01-06 10:00:00.123456', '2024-01-07T23:59'])).values,
    ).toEqual(['2024-01-05T00:00:00', '2024-01-06T10:00:00.123456', '2024-01-07T23:59:00']);
  });

  it('with an offset are turned to UTC', async () => {
    expect(await one(['2024-01-05T10:00:00Z', '2024-01-05T10:00:00-03:00'])).toMatchObject({
      values: ['2024-01-05T10:00:00', '2024-01-05T13:00:00'],
      codes: ['csv-times-to-utc'],
    });
  });

  it('that are none make the column text', async () => {
    const days = Array.from({ length: 30 }, (_, i) => `${String(i + 1).padStart(2, '0')}/03/2024`);
    const { type, codes } = await one([...days, '31/02/2024', '31/03/2024']);
    expect(type).toBe('text');
    expect(codes).toContain('csv-almost-type');
  });

  it('are not seen in versions, scores and telephone numbers', async () => {
    const { types } = await csv.text(lines('a;b;c;d', '1.2.10;3-1;99-99;192.168.0.1'));
    expect(types).toEqual({ a: 'text', b: 'text', c: 'text', d: 'text' });
  });
});

describe('other values', () => {
  it('true and false are boolean in any case; sim, não, yes and no are categories', async () => {
    const { types, rows } = await csv.text(lines('a,b', 'true,sim', 'False,não', 'TRUE,sim'));
    expect(types).toEqual({ a: 'bool', b: 'text' });
    expect(rows.map((row) => row[0])).toEqual([true, false, true]);
  });

  it('missing is empty, NA, null, NaN, ? and, among numbers, a dash', async () => {
    const { rows, found } = await csv.text(
      lines('a,b', '1,x', ',', 'NA,NA', 'null,N/A', '?,?', '-,-', 'None,None', '2,y'),
    );
    const missing = [null, null];
    expect(rows.slice(0, 5)).toEqual([[1, 'x'], missing, missing, missing, missing]);
    expect(rows.slice(5)).toEqual([
      [null, '-'],
      [null, 'None'],
      [2, 'y'],
    ]);
    expect(found['columns']).toMatchObject([{ missing: 6 }, { missing: 4 }]);
  });

  it('+ and - are the answers of a test', async () => {
    const { rows } = await csv.text(lines('r,x', '+,1', '-,2', '+,3'));
    expect(rows.map((row) => row[0])).toEqual(['+', '-', '+']);
  });

  it('NA among codes of two letters stays a value, with a warning', async () => {
    const codes = ['BR', 'US', 'NA', 'AR', 'CL', 'PE', 'UY'];
    const imported = await csv.text(lines('c,v', ...codes.map((code, i) => `${code},${i}`)));
    expect(imported.rows.map((row) => row[0])).toEqual(codes);
    expect(imported.codes).toContain('csv-missing-kept');
  });

  it('a quoted NA is a text where the writer leaves missing ones unquoted', async () => {
    const { rows } = await csv.text(lines('"c","v"', '"BR",1', '"NA",2', 'NA,3', '"",NA'));
    expect(rows).toEqual([
      ['BR', 1],
      ['NA', 2],
      [null, 3],
      [null, null],
    ]);
  });

  it('own missing texts replace the usual ones', async () => {
    const { rows } = await csv.text(lines('a,b', '-999,NA', '2,x'), { missing: ['-999'] });
    expect(rows).toEqual([
      [null, 'NA'],
      [2, 'x'],
    ]);
  });
});

describe('numbers beside a unit', () => {
  const one = async (values: readonly string[], options = {}) => {
    const imported = await csv.text(`v;x\n${values.map((v) => `${v};1\n`).join('')}`, options);
    return {
      values: imported.rows.map((row) => row[0]),
      type: imported.types['v'],
      codes: imported.codes,
      notes: imported.notes,
      row: imported.row,
    };
  };

  it('are numbers, and it is said', async () => {
    expect(await one(['R$ 1.234,56', 'R$ 0,50', '-R$ 3,00', 'R$ -', ''])).toMatchObject({
      values: [1234.56, 0.5, -3, null, null],
      type: 'float64',
      codes: ['csv-unit-left'],
      notes: [{ params: { value: 'R$ 1.234,56', read: 1234.56 } }],
    });
    expect((await one(['US$ 1,234.50', '$ 2', '2.25'])).type).toBe('text');
    expect((await one(['US$ 1,234.50', 'US$ 2.00', '3.5'])).values).toEqual([1234.5, 2, 3.5]);
    expect(await one(['10%', '5 %', '0%'])).toMatchObject({ values: [10, 5, 0], type: 'int64' });
    expect((await one(['12,5%', '7,0%'])).values).toEqual([12.5, 7]);
  });

  it('of a share are not mixed with bare ones, which could be either', async () => {
    const { type, codes } = await one(['10%', '0.1', '5%']);
    expect({ type, codes }).toEqual({ type: 'text', codes: ['csv-units-mixed'] });
  });

  it('of several units stay text, which is said', async () => {
    const text = { type: 'text', codes: ['csv-units-mixed'] };
    expect(await one(['R$ 5', 'US$ 3', 'R$ 7'])).toMatchObject(text);
    expect(await one(['$ 5', '3', '4', '6'])).toMatchObject(text);
    expect(await one(['$ 5', 'three', 'four'])).toMatchObject({ type: 'text', codes: [] });
    expect(await one(['A1', 'B2', '3'])).toMatchObject({ type: 'text', codes: [] });
  });

  it('stay text where they are words, or asked to', async () => {
    expect((await one(['R$ 5', 'R$ cinco', 'caro', 'barato'])).type).toBe('text');
    expect(await one(['R$ 5', 'R$ 6'], { types: { v: 'text' } })).toMatchObject({
      values: ['R$ 5', 'R$ 6'],
      codes: [],
    });
    expect((await one(['R$ 5', 'R$ 6'], { types: { v: 'float64' } })).values).toEqual([5, 6]);
  });

  it('that the sample did not show otherwise are judged by the whole file', async () => {
    const many = Array.from({ length: 200_000 }, (_, i) => `R$ ${i % 90},10`);
    const last = many.toSpliced(150_000, 1, 'a combinar');
    const { type, codes } = await one(last);
    expect({ type, codes }).toEqual({ type: 'text', codes: ['csv-almost-type'] });
    const paid = await one(many.toSpliced(150_000, 1, 'R$ 1.234.567,00'));
    expect(paid.type).toBe('float64');
    expect((await paid.row(150_000))[0]).toBe(1_234_567);
  });
});
