import { expect, test } from 'vitest';
import { firstWords } from './paintNotes.ts';

test.each([
  ['# Clientes\nmais', 'Clientes'],
  ['\n\n- **um** `dois`', 'um dois'],
  ['', ''],
  ['  \n > dito', 'dito'],
])('%j begins with “%s”', (text, words) => {
  expect(firstWords(text)).toBe(words);
});
