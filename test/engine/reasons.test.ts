import { expect, test } from 'vitest';
import { describeReason } from '#schemas/reasons.ts';
import type { KeyRecord } from '#server/engine/keys.ts';
import { whyRan } from '#server/engine/reasons.ts';

const identity: KeyRecord['identity'] = {
  type: 'csv-file',
  version: '1.1.1',
  params: { delimiter: '";"', header: 'true' },
  sources: { file: { dataset: 'sales.csv', hash: 'a' } },
  seed: 7,
  effect: false,
};
const record: KeyRecord = {
  key: 'k',
  identity,
  inputs: {
    table: [{ from: 'a', key: '1' }],
    more: [
      { from: 'b', key: '2' },
      { from: 'c', key: '3' },
    ],
  },
};
const now = (
  change: Partial<KeyRecord['identity']>,
  inputs: KeyRecord['inputs'] = record.inputs,
): KeyRecord => {
  return { key: 'other', identity: { ...identity, ...change }, inputs };
};
const words = (next: KeyRecord, previous: KeyRecord | undefined = record) =>
  describeReason(whyRan(previous, next), 'en');

test('each cause is named as exactly as it is known', () => {
  expect(whyRan(undefined, record)).toEqual({ code: 'first-run' });
  expect(words(now({ version: '1.2.1' }))).toBe('A newer version of this node is installed.');
  expect(words(now({ sources: { file: { dataset: 'sales.csv', hash: 'b' } } }))).toBe(
    'The data “sales.csv” changed.',
  );
  expect(words(now({ params: { delimiter: '","', quote: '1' } }))).toBe(
    'These settings changed: “delimiter”, “quote”, and “header”.',
  );
  expect(words(now({ seed: 8 }))).toBe('The seed changed.');
  expect(words(now({}, { ...record.inputs, more: [{ from: 'b', key: '2' }] }))).toBe(
    'What comes in at “more” changed.',
  );
  expect(words(now({}, { more: record.inputs['more']! }))).toBe(
    'What comes in at “table” changed.',
  );
  expect(whyRan(record, now({ definition: 'd' }))).toEqual({
    code: 'params-changed',
    params: { params: ['definition'] },
  });
  expect(whyRan(record, now({ backend: 'wasm' })).code).toBe('version-changed');
});

test('from what to what is said of one setting whose values are short', () => {
  const { params } = identity;
  expect(words(now({ params: { ...params, delimiter: '","' } }))).toBe(
    'The setting “delimiter” changed from ; to ,.',
  );
  const long = now({ params: { ...params, delimiter: 'a'.repeat(64) } });
  expect(words(long)).toBe('These settings changed: “delimiter”.');
  const empty = now({ params: { ...params, header: 'null' } });
  expect(words(empty)).toBe('These settings changed: “header”.');
});

test('nothing changed, but the result is gone', () => {
  expect(whyRan(record, record)).toEqual({ code: 'result-gone' });
});

test('an effect always runs', () => {
  expect(whyRan(record, now({ effect: true })).code).toBe('never-cached');
});

test('renaming a data set is no change', () => {
  const renamed = now({ sources: { file: { dataset: 'other.csv', hash: 'a' } } });
  expect(whyRan(record, renamed).code).toBe('result-gone');
});

test('what is nearest to the node is said first', () => {
  const all = now({ params: {}, seed: 1 }, {});
  expect(whyRan(record, all).code).toBe('params-changed');
});
