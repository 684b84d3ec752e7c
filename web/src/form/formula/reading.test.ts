import { expect, test } from 'vitest';
import { readFormula } from './reading.ts';

test('what cannot be read is said in the language of the reader, whatever it was written in', () => {
  const said = (text: string, reader: 'en' | 'pt-BR') =>
    readFormula(text, 'en', undefined, reader).fault;
  expect(said('x + ', 'en')).toMatchObject({ remedy: 'Complete the formula.' });
  expect(said('x + ', 'pt-BR')).toMatchObject({ remedy: 'Complete a fórmula.' });
  // A decimal point is right in English.
  expect(said('x * 1.5', 'pt-BR')).toBeUndefined();
});
