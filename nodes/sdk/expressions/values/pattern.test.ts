import type { DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { evaluateInDuckDb, openDuckDb } from '../../../../test/support/expressions/duckdb.ts';
import { call, col } from '../build.ts';
import { check } from '../check/check.ts';
import { compile } from '../rows/compile.ts';
import type { ValueType } from '../types.ts';

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await openDuckDb();
});
afterAll(() => {
  connection.closeSync();
});

const ATOMS = [
  String.raw`a b é 😀 . [ab] [^a] [é-ü] [\d_] [^\n] \. \x61 \Qa.b\E`,
  String.raw`\d \w \s \D \W \S \pL \pN \p{Greek} [[:alpha:]] [[:^digit:]]`,
  String.raw`^ $ \b \A \z (?m:^) (?m:$) (?s:.) (?i:A) (?U:a+)`,
].flatMap((line) => line.split(' '));
const COUNTS = ['', '', '', '*', '+', '?', '*?', '+?', '??', '{2}', '{1,2}', '{0,3}?', '|'];

/** Patterns of RE2, made of everything that people write and a little more. */
const { pattern } = fc.letrec<{ pattern: string; atom: string }>((tie) => ({
  atom: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...ATOMS) },
    tie('pattern').map((inner) => `(${inner})`),
    tie('pattern').map((inner) => `(?:${inner})`),
  ),
  pattern: fc
    .array(fc.tuple(tie('atom'), fc.constantFrom(...COUNTS)), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.map((part) => part.join('')).join('')),
}));

const texts = fc.array(
  fc.string({ unit: fc.constantFrom('a', 'b', 'A', 'é', '😀', 'α', '1', '.', '_', ' ', '\n') }),
  { minLength: 10, maxLength: 10 },
);

const TYPES = new Map<string, ValueType>([['t', 'text']]);
const t = col('t');

it('random patterns find, extract and replace the same in DuckDB and in JavaScript', async () => {
  const replacements = fc.constantFrom('', '-', '\\0\\0', '<\\1>', '\\\\$1');
  await fc.assert(
    fc.asyncProperty(pattern, replacements, texts, async (source, replacement, list) => {
      const calls = [
        call('regex_matches', t, source),
        call('regex_extract', t, source),
        call('regex_extract', t, source, 1),
        call('regex_replace', t, source, replacement),
      ];
      const rows = list.map((text) => [text]);
      for (const expr of calls.filter((one) => check(one, TYPES).problems.length === 0)) {
        const evaluate = compile(expr, new Map([['t', 0]]), TYPES);
        const single = rows.map((row) => evaluate(row));
        expect(single).toEqual(await evaluateInDuckDb(connection, expr, { types: TYPES, rows }));
      }
    }),
    { numRuns: 200 },
  );
});

it('a place in the text is the same place in DuckDB wherever it stands in a pattern', async () => {
  const parts = ['a', '^', '$', String.raw`\A`, String.raw`\z`, '.*', '|'];
  const rows = ['', 'a', 'aa', 'b', 'ab', 'ba', 'bab', 'a\n', '\na'].map((text) => [text]);
  const pairs = parts.flatMap((one) => parts.map((two) => one + two));
  for (const source of [
    ...parts,
    ...pairs,
    ...pairs.flatMap((pair) => parts.map((x) => pair + x)),
  ]) {
    const expr = call('regex_matches', t, source);
    if (check(expr, TYPES).problems.length > 0) continue;
    const evaluate = compile(expr, new Map([['t', 0]]), TYPES);
    const bulk = await evaluateInDuckDb(connection, expr, { types: TYPES, rows });
    expect([source, ...rows.map((row) => evaluate(row))]).toEqual([source, ...bulk]);
  }
});
