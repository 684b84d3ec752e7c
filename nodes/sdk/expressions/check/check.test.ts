import { describe, expect, it } from 'vitest';
import { errorEntry } from '#schemas/errors/catalogue.ts';
import { call, col, lit, lookup } from '../build.ts';
import { MAX_DEPTH } from '../limits.ts';
import type { Expr, ExprType, Problem, ValueType } from '../types.ts';
import { check, expressionError } from './check.ts';

const COLUMNS = new Map<string, ValueType>([
  ['age', 'int64'],
  ['price', 'float64'],
  ['Preço médio', 'float64'],
  ['city', 'text'],
  ['ok', 'bool'],
  ['day', 'date'],
  ['at', 'timestamp'],
  ['__proto__', 'text'],
]);

describe('types', () => {
  it.each<[string, Expr, ExprType]>([
    ['a column', col('age'), 'int64'],
    ['a column named __proto__', col('__proto__'), 'text'],
    ['a constant', lit('2024-01-31', 'date'), 'date'],
    ['nothing but null', lit(null), 'null'],
    ['arithmetic on whole numbers', call('add', col('age'), 1), 'float64'],
    ['a choice between whole numbers', call('if', col('ok'), 1, col('age')), 'int64'],
    ['a choice between whole and other numbers', call('if', col('ok'), 1, col('price')), 'float64'],
    ['a choice between date and timestamp', call('coalesce', col('day'), col('at')), 'timestamp'],
    ['a choice with null', call('if', col('ok'), null, col('city')), 'text'],
    ['a choice between nulls', call('if', col('ok'), null, null), 'null'],
    ['the smallest of nulls', call('min', null, null), 'int64'],
    ['a comparison', call('lt', col('day'), col('at')), 'bool'],
    ['days later', call('add_days', col('at'), 1), 'timestamp'],
    ['a lookup', lookup(col('city'), [['SP', 1]], 'float64'), 'float64'],
    ['a text of any type', call('concat', col('age'), col('day'), true, null), 'text'],
    ['the year of a timestamp', call('year', col('at')), 'int64'],
  ])('%s', (_, expr, type) => {
    expect(check(expr, COLUMNS)).toEqual({ type, problems: [] });
  });
});

it('a backslash before a letter B is no boundary', () => {
  expect(check(call('regex_matches', 'a', '\\\\B'), COLUMNS).problems).toEqual([]);
});

describe('problems', () => {
  const deep = Array.from({ length: MAX_DEPTH }).reduce<Expr>(
    (inner) => call('neg', inner),
    lit(1),
  );
  it.each<[string, Expr, string, readonly number[], Problem['params']]>([
    [
      'an unknown column',
      call('neg', col('prise')),
      'expression-column-unknown',
      [0],
      { column: 'prise', known: expect.arrayContaining(['price']) as readonly string[] },
    ],
    [
      'an unknown function',
      call('substr', 'a'),
      'expression-function-unknown',
      [],
      { function: 'substr' },
    ],
    [
      'a function named constructor',
      call('constructor', 'a'),
      'expression-function-unknown',
      [],
      { similar: '' },
    ],
    [
      'too few arguments',
      call('if', true, 1),
      'expression-argument-count',
      [],
      { function: 'IF / SE', expected: '3', count: 2 },
    ],
    [
      'too many arguments',
      call('round', 1, 2, 3),
      'expression-argument-count',
      [],
      { expected: '1 – 2', count: 3 },
    ],
    ['no arguments', call('and'), 'expression-argument-count', [], { expected: '≥ 1', count: 0 }],
    [
      'text in place of a number',
      call('add', 1, col('city')),
      'expression-argument-type',
      [1],
      { function: '“+”', position: 2, expected: ['int64', 'float64'], found: 'text' },
    ],
    [
      'a number in place of a condition',
      call('if', col('age'), 1, 2),
      'expression-argument-type',
      [0],
      { found: 'int64' },
    ],
    [
      'an order of truth values',
      call('lt', true, null),
      'expression-argument-type',
      [0],
      { found: 'bool' },
    ],
    [
      'text compared with a number',
      call('eq', col('city'), col('age')),
      'expression-types-differ',
      [1],
      { left: 'text', right: 'int64' },
    ],
    [
      'branches of two types',
      call('if', true, 'a', 1),
      'expression-types-differ',
      [2],
      { left: 'text', right: 'int64' },
    ],
    [
      'a pattern that is computed',
      call('regex_matches', 'a', col('city')),
      'expression-argument-not-constant',
      [1],
      { position: 2 },
    ],
    [
      'a pattern that is null',
      call('regex_matches', 'a', null),
      'expression-argument-not-constant',
      [1],
      { position: 2 },
    ],
    [
      'a broken pattern',
      call('regex_matches', 'a', '('),
      'expression-pattern-invalid',
      [],
      { pattern: '(' },
    ],
    [
      'a pattern that looks back',
      call('regex_matches', 'a', '(a)\\1'),
      'expression-pattern-invalid',
      [],
      {},
    ],
    [
      'the pattern class of all else',
      call('regex_matches', 'a', '[\\pC]'),
      'expression-pattern-invalid',
      [],
      {},
    ],
    [
      'a pattern between the letters of a word',
      call('regex_matches', 'a', '\\\\\\B'),
      'expression-pattern-invalid',
      [],
      { detail: '\\B' },
    ],
    [
      'a pattern too long',
      call('regex_matches', 'a', 'a'.repeat(10_001)),
      'expression-pattern-invalid',
      [],
      { detail: '> 10000' },
    ],
    [
      'a group that the pattern lacks',
      call('regex_extract', 'a', '(a)', 2),
      'expression-group-unknown',
      [],
      { group: 2, count: 1 },
    ],
    [
      'a replacement with a lonely backslash',
      call('regex_replace', 'a', 'a', '\\n'),
      'expression-replacement-invalid',
      [],
      { replacement: '\\n' },
    ],
    [
      'a replacement that ends in one',
      call('regex_replace', 'a', 'a', 'x\\'),
      'expression-replacement-invalid',
      [],
      {},
    ],
    [
      'a replacement with an unknown group',
      call('regex_replace', 'a', '(a)', '\\2'),
      'expression-group-unknown',
      [],
      { group: 2 },
    ],
    [
      'a text without decimal sign',
      call('to_number', col('city')),
      'expression-decimal-sign-missing',
      [],
      {},
    ],
    [
      'a strange decimal sign',
      call('to_number', col('city'), '·'),
      'expression-decimal-sign-invalid',
      [],
      { sign: '·' },
    ],
    [
      'a date format without a day',
      call('to_date', 'x', 'mm/yyyy'),
      'expression-date-format',
      [],
      { format: 'mm/yyyy' },
    ],
    [
      'a date format with words',
      call('to_date', 'x', 'dd of mm yyyy'),
      'expression-date-format',
      [],
      {},
    ],
    [
      'a date format with directives',
      call('to_date', 'x', '%d/%m/%Y'),
      'expression-date-format',
      [],
      {},
    ],
    [
      'a date format with a time',
      call('to_date', 'x', 'dd/mm/yyyy hh:mm'),
      'expression-date-format',
      [],
      {},
    ],
    [
      'a time without hours',
      call('to_timestamp', 'x', 'dd/mm/yyyy ss'),
      'expression-date-format',
      [],
      {},
    ],
    ['a part given twice', call('to_date', 'x', 'dd/mm/yyyy yy'), 'expression-date-format', [], {}],
    [
      'an unknown unit',
      call('date_trunc', col('day'), 'decade'),
      'expression-unit-unknown',
      [],
      { unit: 'decade' },
    ],
    [
      'an empty separator',
      call('split_part', 'a', '', 1),
      'expression-argument-empty',
      [],
      { position: 2 },
    ],
    [
      'an empty fill',
      call('pad_left', 'a', 3, ''),
      'expression-argument-empty',
      [],
      { position: 3 },
    ],
    [
      'a huge width',
      call('pad_right', 'a', 10_001, ' '),
      'expression-argument-too-large',
      [],
      { limit: 10_000 },
    ],
    ['too many digits', call('round', 1, 16), 'expression-argument-too-large', [], { limit: 15 }],
    [
      'crossed bounds',
      call('clip', 1, 3, 2),
      'expression-bounds-crossed',
      [],
      { lowest: 3, highest: 2 },
    ],
    [
      'keys of another type',
      lookup(col('age'), [['a', 1]], 'int64'),
      'expression-lookup-keys',
      [],
      { found: 'int64' },
    ],
    [
      'too many levels',
      deep,
      'expression-too-deep',
      Array.from({ length: MAX_DEPTH }, () => 0),
      { limit: MAX_DEPTH },
    ],
  ])('%s', (_, expr, code, path, params) => {
    const { problems } = check(expr, COLUMNS);
    expect(problems).toMatchObject([{ code, path, params }]);
    const [problem] = problems;
    // Whoever reads the error finds each value that its message names.
    const missing = errorEntry(code)?.params.filter((param) => !(param in problem!.params));
    expect(missing).toEqual([]);
    expect(expressionError(problem!)).toMatchObject({ code, kind: 'user' });
  });

  it('are found all at once, and none twice', () => {
    const expr = call(
      'if',
      call('gt', col('agee'), 'x'),
      call('sqrt', col('city')),
      call('neg', col('agee')),
    );
    expect(check(expr, COLUMNS).problems.map(({ code, path }) => [code, path])).toEqual([
      ['expression-column-unknown', [0, 0]],
      ['expression-argument-type', [1, 0]],
      ['expression-column-unknown', [2, 0]],
    ]);
  });

  it('a suggestion overlooks letter case, accents and signs between words', () => {
    const { problems } = check(col('preco_medio'), COLUMNS);
    expect((problems[0]!.params['known'] as readonly string[])[0]).toBe('Preço médio');
  });
});
