import { defineFunction } from '../../defineFunction.ts';
import { quoteText } from '../../sql/quote.ts';
import { md5Unit as unit } from '../../values/md5.ts';

export const md5Unit = defineFunction({
  name: 'md5_unit',
  family: 'hash',
  names: { en: 'MD5_UNIT', 'pt-BR': 'MD5_UNITÁRIO' },
  summary: {
    en: 'A number from 0 to below 1 that depends on the value and the seed alone: for splits and samples that stay.',
    'pt-BR':
      'Um número de 0 até menos de 1 que só depende do valor e da semente: para divisões e amostras estáveis.',
  },
  signature: {
    parameters: [
      { name: 'text', kind: 'textual' },
      { name: 'seed', kind: 'any', of: ['int64'], literal: true },
    ],
    result: 'float64',
  },
  // The first 8 hexadecimal digits of md5('text:seed'), over 2^32.
  duckdb: ([a], { literals }) =>
    `CAST(CAST('0x' || substring(md5(${a} || ${quoteText(`:${literals[1] as number}`)}), 1, 8) AS BIGINT) AS DOUBLE) / 4294967296e0`,
  js: ({ literals }) => {
    const suffix = `:${literals[1] as number}`;
    return (text: string) => unit(text + suffix);
  },
  examples: [
    // 0x9ef12b2e and 0xb9ad4894, by md5sum.
    { args: ['a', 1], result: 0.6208674418739974 },
    { args: ['customer 7', 42], result: 0.7253003465011716 },
    { args: [null, 1], result: null },
  ],
});
