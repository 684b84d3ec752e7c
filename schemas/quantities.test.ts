import { expect, test } from 'vitest';
import { durationText, quantityText } from './quantities.ts';

test.each([
  [0.44, '0,4 ms', '0.4 ms'],
  [12.4, '12 ms', '12 ms'],
  [999, '999 ms', '999 ms'],
  [999.7, '1 s', '1 sec'],
  [3_440, '3,4 s', '3.4 sec'],
  [9_970, '10 s', '10 sec'],
  [41_200, '41 s', '41 sec'],
  [59_700, '1 min', '1 min'],
  [125_000, '2 min 5 s', '2 min 5 sec'],
  [3_599_700, '1 h', '1 hr'],
  [4_320_000, '1 h 12 min', '1 hr 12 min'],
])('%d ms are told as people do', (ms, pt, en) => {
  expect(durationText(ms, 'pt-BR')).toBe(pt);
  expect(durationText(ms, 'en')).toBe(en);
});

test('bytes are told one by one, and more of them briefly', () => {
  expect([157, 1].map((value) => quantityText(value, 'byte', 0, 'en'))).toEqual([
    '157 bytes',
    '1 byte',
  ]);
  expect(quantityText(157, 'byte', 0, 'pt-BR')).toBe('157 bytes');
  expect(quantityText(2.8, 'megabyte', 1, 'en')).toBe('2.8 MB');
});
