import { describe, expect, it } from 'vitest';
import { betterDelimiter, findDialect } from './dialect.ts';
import { findLayout } from './header.ts';
import { parseSample } from './parse.ts';

const lines = (...list: string[]): string => `${list.join('\n')}\n`;
const texts = (text: string, delimiter = ','): string[][] =>
  parseSample(text, { delimiter, quote: '"', escape: '"' }).records.map((r) =>
    r.map((f) => f.text),
  );

describe('the delimiter', () => {
  it.each([
    [';', lines('a;b;c', '1,5;2,5;3,5', '1,25;2;3,5')],
    [';', lines('nome;valor', 'Silva, João;1', 'Souza, Ana;2')],
    [',', lines('a,b', '"x;y",1', '"z;w",2')],
    ['\t', lines('a\tb c\td', '1\tx, y\t2', '2\tz; w\t3')],
    ['|', lines('a|b', '1,2|3', '4,5|6')],
    [',', lines('a', '1', '2')],
  ])('%j is found', (delimiter, text) => {
    expect(findDialect(text, 'auto').delimiter).toBe(delimiter);
  });

  it('that was set is kept, and a better one is named only where it is much better', () => {
    const semicolons = lines('a;b', '1;2', '3;4');
    const set = findDialect(semicolons, ',');
    expect([set.delimiter, set.width, betterDelimiter(semicolons, set)]).toEqual([',', 1, ';']);
    const prose = lines('text', 'one; two', 'three', 'four; five; six', 'seven');
    expect(betterDelimiter(prose, findDialect(prose, ','))).toBeNull();
  });
});

describe('the sample parser', () => {
  it('reads quotes, doubled quotes and line ends inside them', () => {
    expect(texts(lines('a,"b ""c""","d\ne"', '1,,"'))).toEqual([
      ['a', 'b "c"', 'd\ne'],
      ['1', '', '\n'],
    ]);
    expect(parseSample('a,"b', { delimiter: ',', quote: '"', escape: '"' }).open).toBe(true);
  });

  it('counts lines, whatever ends them, and leaves blank ones out', () => {
    const { records, lines: at } = parseSample('a\r\n\r\n"x\ny"\rb', {
      delimiter: ',',
      quote: '"',
      escape: '"',
    });
    expect(records.map((r) => r[0]!.text)).toEqual(['a', 'x\ny', 'b']);
    expect(at).toEqual([1, 3, 5]);
  });
});

describe('titles that a spreadsheet padded to the width of the table', () => {
  const layout = (wanted: 'auto' | 'no', ...list: string[]) => {
    const { records, lines: at } = parseSample(lines(...list), {
      delimiter: ';',
      quote: '"',
      escape: '"',
    });
    const { header, skip, preamble } = findLayout(records, at, 3, wanted);
    return [header?.map(({ text }) => text) ?? null, skip, preamble];
  };
  const body = ['camisa;20,5;2', 'calça;31;1'];

  it('stand above the names', () => {
    const titles = ['Relatório de vendas;;', '', 'Gerado em maio;;'];
    const names = 'produto;preço;quantidade';
    expect(layout('auto', ...titles, names, ...body)).toEqual([names.split(';'), 4, 2]);
    expect(layout('auto', 'Relatório', ';;', names, ...body)).toEqual([names.split(';'), 3, 2]);
    expect(layout('no', ...titles, names, ...body)).toEqual([null, 0, 0]);
  });

  it('are none where a first row is as empty, or names are missing or repeated below', () => {
    expect(layout('auto', 'camisa;;', ...body, ...body)[2]).toBe(0);
    expect(layout('auto', 'produto;;', 'calça;P;P', 'saia;M;G', ...body)[2]).toBe(0);
    expect(layout('auto', 'produto;;', 'total;;31', ...body)[2]).toBe(0);
  });
});

describe('the header', () => {
  const has = (...list: string[]): boolean => {
    const parsed = parseSample(lines(...list), { delimiter: ',', quote: '"', escape: '"' });
    return (
      findLayout(parsed.records, parsed.lines, parsed.records[0]!.length, 'auto').header !== null
    );
  };

  it('has texts over numbers or dates, or over texts that are others', () => {
    expect(has('a,b', '1,x', '2,y')).toBe(true);
    expect(has('day,b', '2024-01-31,x')).toBe(true);
    expect(has('name,city', 'ana,rio', 'bia,sp')).toBe(true);
    expect(has('country,2019,2020', 'br,1.5,2.5', 'ar,3.5,4.5')).toBe(true);
    expect(has('id,code,2019,2021', '1,2,1.5,2.5')).toBe(true);
  });

  it('is not there over more of the same', () => {
    expect(has('1,2', '3,4')).toBe(false);
    expect(has('7.5,8.5', '1.5,2.5')).toBe(false);
    expect(has('ana,rio', 'ana,rio', 'bia,sp')).toBe(false);
    expect(has('5.1,setosa', '4.9,setosa')).toBe(false);
  });
});
