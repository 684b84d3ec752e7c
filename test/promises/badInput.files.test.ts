/** Files that are no good table end the run at the node that reads them, in words; the file itself is kept. */
import { expect, test } from 'vitest';
import { actor, sharedServices } from '../support/services.ts';
import { dataset, expectFailed, expectWords, options, run } from './support/badInput.ts';

const shared = sharedServices(options);

const WORDS = { en: /“mine\.csv”/, pt: /“mine\.csv”/ };
const cases = [
  ['a header without rows', 'a,b\n', {}, 'file-without-rows', WORDS],
  [
    'a picture',
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    {},
    'file-binary',
    { en: /not text/, pt: /não é texto/ },
  ],
  [
    'the wrong delimiter',
    'a;b\n1;2\n3;4\n',
    { delimiter: 'comma' },
    'csv-delimiter-wrong',
    { en: /“;” fits better/, pt: /“;” serve melhor/ },
  ],
  [
    'a quote that is never closed',
    'a,b\n1,2\n3,"4\n5,6\n',
    {},
    'csv-quote-open',
    { en: /opens at line 3/, pt: /abertas na linha 3/ },
  ],
  [
    'a type set for a column that is not there',
    'a,b\n1,2\n',
    { types: [{ column: 'c', type: 'number' }] },
    'csv-column-missing',
    { en: /no column “c”/, pt: /não tem a coluna “c”/ },
  ],
] as const;

test.each(cases)('%s', async (_, text, params, code, words) => {
  const { esteira } = shared;
  const file = await dataset(esteira, text);
  const ended = await run(esteira, {
    nodes: {
      read: ['csv-file', { file: { ...file }, ...params }],
      after: ['scale'],
      beside: ['sample-data'],
    },
    wires: ['read.table > after.table'],
  });
  expectFailed(ended, 'read', { code, ...words });
  expect(ended.result.nodes['after']!.status).toBe('skipped');
  expect(['done', 'cached']).toContain(ended.result.nodes['beside']!.status);
  // What was brought in is still there, byte for byte.
  const { id, bytes } = await esteira.datasets.resolve(actor, file);
  const kept = Buffer.concat(await Array.fromAsync(await esteira.datasets.content(actor, id)));
  expect([kept.toString('hex'), kept.length]).toEqual([Buffer.from(text).toString('hex'), bytes]);
});

test('a file without a byte is refused before any run', async () => {
  const refused: unknown = await dataset(shared.esteira, '').catch((error: unknown) => error);
  expectWords(refused as never, { code: 'file-empty', en: /is empty/, pt: /está vazio/ });
});

test('columns of one name are all kept, and said', async () => {
  const file = await dataset(shared.esteira, 'a,a,b\n1,2,3\n4,5,6\n');
  const { result, notes } = await run(shared.esteira, {
    nodes: {
      read: ['csv-file', { file: { ...file } }],
      pick: ['select-columns', { columns: ['a', 'a_2'] }],
    },
    wires: ['read.table > pick.table'],
  });
  expect(result.status, JSON.stringify(result.error)).toBe('done');
  const said = notes.find(({ code }) => code === 'csv-columns-repeated');
  expectWords(said!, { code: 'csv-columns-repeated', en: /was there twice/, pt: /se repetia/ });
});
