import { defineFunction } from '../../defineFunction.ts';
import { quoteText } from '../../sql/quote.ts';

export const splitPart = defineFunction({
  name: 'split_part',
  family: 'text',
  names: { en: 'SPLIT_PART', 'pt-BR': 'PARTE' },
  summary: {
    en: 'One part of a text between separators: 1 is the first, -1 the last; empty (null) where there is none.',
    'pt-BR':
      'Uma parte de um texto entre separadores: 1 é a primeira, -1 a última; vazia (nula) se não há.',
  },
  signature: {
    parameters: [
      { name: 'text', kind: 'text' },
      { name: 'separator', kind: 'text', literal: true },
      { name: 'position', kind: 'offset' },
    ],
    result: 'text',
  },
  problem: ({ literals }) =>
    literals[1] === '' ? { code: 'expression-argument-empty', params: { position: 2 } } : undefined,
  duckdb: ([a, , position], { literals }) =>
    // The cast keeps the type where DuckDB finds out that all is null.
    `CAST(string_split(${a}, ${quoteText(literals[1] as string)})[${position}] AS VARCHAR)`,
  js: ({ literals }) => {
    const separator = literals[1] as string;
    return (text: string, _separator: string, position: number) => {
      const parts = text.split(separator);
      return (
        parts[position > 0 ? position - 1 : position < 0 ? parts.length + position : -1] ?? null
      );
    };
  },
  examples: [
    { args: ['a;b;c', ';', 2], result: 'b' },
    { args: ['a;b;c', ';', -1], result: 'c' },
    { args: ['a;b;c', ';', 4], result: null },
    { args: ['', ';', 1], result: '' },
  ],
});
