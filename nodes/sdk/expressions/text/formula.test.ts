import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drawCall,
  drawExpression,
  leaves,
  TYPES,
} from '../../../../test/support/expressions/expressions.ts';
import { errorEntry } from '#schemas/errors/catalogue.ts';
import { call, col, lit, lookup } from '../build.ts';
import { FUNCTIONS } from '../functions/index.ts';
import { LOCALES, type Expr, type Locale, type ValueType } from '../types.ts';
import { parse } from './parse.ts';
import { print } from './print.ts';

function read(text: string, locale: Locale): Expr {
  const result = parse(text, locale);
  if ('error' in result) throw new Error(`${result.error} at ${result.position} in ${text}`);
  return result.expr;
}

describe.each(LOCALES)('in %s', (locale) => {
  it('the text of an expression is read back as the same expression', () => {
    fc.assert(
      fc.property(fc.gen(), fc.constantFrom(...TYPES), (draw, type) => {
        const expr = drawExpression(FUNCTIONS, type, 5, (arbitrary) => draw(() => arbitrary));
        expect(read(print(expr, locale), locale)).toEqual(expr);
      }),
      { numRuns: 2000 },
    );
  });

  it('so is one whose arguments are of the wrong type or number', () => {
    fc.assert(
      fc.property(fc.gen(), fc.constantFrom(...FUNCTIONS), fc.nat(4), (draw, definition, count) => {
        const d = <T>(arbitrary: fc.Arbitrary<T>) => draw(() => arbitrary);
        const part = (type: ValueType): Expr =>
          d(fc.boolean())
            ? d(leaves(type))
            : drawCall(d(fc.constantFrom(...FUNCTIONS)), d, part, type);
        const args = Array.from({ length: count }, () => part(d(fc.constantFrom(...TYPES))));
        const expr = call(definition.name, ...args);
        expect(read(print(expr, locale), locale)).toEqual(expr);
      }),
      { numRuns: 500, interruptAfterTimeLimit: 10_000 },
    );
  });

  it('any column name can be written', () => {
    const names = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
      fc.constantFrom(
        'e',
        'OU',
        'not',
        'NÃO',
        'Nao',
        'true',
        'vazio',
        'lookup',
        'é',
        'ı',
        '1a',
        'a b',
        ']]',
        '[',
        '#',
        '__proto__',
      ),
    );
    fc.assert(
      fc.property(names, (column) => {
        fc.pre(column.isWellFormed());
        const expr = call('add', col(column), 1);
        expect(read(print(expr, locale), locale)).toEqual(expr);
      }),
      { numRuns: 1000 },
    );
  });

  it('any text ends in an expression or in an error inside the text', () => {
    const signs = `x 1 1.5 1,5 ( ) [ ] " ' # + - ^ % & = < > ! , ; 😀 2024-01-31 1e9 1e999`;
    const words = 'SE IF E AND NÃO NOT LOOKUP PROCURAR';
    const parts = fc.constantFrom(' ', '\n', '\ud800', ...signs.split(' '), ...words.split(' '));
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(parts).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const result = parse(text, locale);
        if ('error' in result) {
          expect(result.position).toBeGreaterThanOrEqual(0);
          expect(result.position + result.length).toBeLessThanOrEqual(text.length);
        } else {
          expect(read(print(result.expr, locale), locale)).toEqual(result.expr);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the two languages', () => {
  const x = col('x');
  it.each<[string, string, Expr]>([
    ['IF(x > 1.5, 2, 3)', 'SE(x > 1,5; 2; 3)', call('if', call('gt', x, 1.5), 2, 3)],
    ['x + 1 + 2 * 3', 'x + 1 + 2 * 3', call('add', x, 1, call('mul', 2, 3))],
    ['(x + 1) + 2', '(x + 1) + 2', call('add', call('add', x, 1), 2)],
    ['x - 1 + 2', 'x - 1 + 2', call('add', call('sub', x, 1), 2)],
    ['x - (1 + 2)', 'x - (1 + 2)', call('sub', x, call('add', 1, 2))],
    ['-x ^ 2', '-x ^ 2', call('neg', call('pow', x, 2))],
    ['(-2) ^ 2', '(-2) ^ 2', call('pow', -2, 2)],
    ['2 ^ -3 ^ x', '2 ^ -3 ^ x', call('pow', 2, call('neg', call('pow', 3, x)))],
    ['-(3)', '-(3)', call('neg', 3)],
    ['x - -3', 'x - -3', call('sub', x, -3)],
    [
      'x > 1 AND x < 9 OR NOT(x = 3)',
      'x > 1 E x < 9 OU NÃO(x = 3)',
      call('or', call('and', call('gt', x, 1), call('lt', x, 9)), call('not', call('eq', x, 3))),
    ],
    ['"a" & x & "say ""hi"""', '"a" & x & "say ""hi"""', call('concat', 'a', x, 'say "hi"')],
    ['x = TRUE', 'x = VERDADEIRO', call('eq', x, true)],
    ['COALESCE(x, NULL)', 'SE_NULO(x; NULO)', call('coalesce', x, null)],
    ['[unit price] * 2.0', '[unit price] * 2,0', call('mul', col('unit price'), lit(2, 'float64'))],
    ['[a]]b] % 1e-7', '[a]]b] % 1e-7', call('mod', col('a]b'), 1e-7)],
    ['YEAR(#2024-01-31#)', 'ANO(#31/01/2024#)', call('year', lit('2024-01-31', 'date'))],
    [
      'HOUR(#2024-01-31 10:05:00#)',
      'HORA(#31/01/2024 10:05:00#)',
      call('hour', lit('2024-01-31T10:05:00', 'timestamp')),
    ],
    [
      'LOOKUP(x, "float64", NULL, "a", 0.5)',
      'PROCURAR(x; "float64"; NULO; "a"; 0,5)',
      lookup(x, [['a', 0.5]], 'float64'),
    ],
    ['AND(x, TRUE, FALSE, x)', 'E(x; VERDADEIRO; FALSO; x)', call('and', x, true, false, x)],
  ])('%s', (en, pt, expr) => {
    expect(read(en, 'en')).toEqual(expr);
    expect(read(pt, 'pt-BR')).toEqual(expr);
    expect(read(print(expr, 'en'), 'en')).toEqual(expr);
    if (!en.startsWith('AND(')) {
      expect(print(expr, 'en')).toBe(en);
      expect(print(expr, 'pt-BR')).toBe(pt);
    }
  });

  it('understand more than they write', () => {
    expect(read(' nao(vazio<>x) ', 'pt-BR')).toEqual(call('not', call('ne', null, x)));
    expect(read('NOT x = 1 and x', 'en')).toEqual(call('and', call('not', call('eq', x, 1)), x));
    expect(read("'it''s' != x", 'en')).toEqual(call('ne', "it's", x));
    expect(read('maximo(x;2)', 'pt-BR')).toEqual(call('max', x, 2));
    expect(read('isnull(x)', 'pt-BR')).toEqual(call('isnull', x));
    expect(read('+x ≤ .5', 'en')).toEqual(call('le', x, 0.5));
    expect(read('#2024-01-31#', 'pt-BR')).toEqual(lit('2024-01-31', 'date'));
    expect(read('9007199254740993', 'en')).toEqual(lit(9007199254740992, 'float64'));
  });
});

describe('an error says what, where and what was expected', () => {
  it.each<[string, Locale, string, number, number, string[]]>([
    ['', 'en', 'expression-empty', 0, 0, ['value']],
    ['x +', 'en', 'expression-ends-early', 3, 0, ['value']],
    ['(x', 'en', 'expression-ends-early', 2, 0, ['operator', ')']],
    ['x )', 'en', 'expression-syntax', 2, 1, ['operator', 'end']],
    ['1 ? 2', 'en', 'expression-syntax', 2, 1, []],
    ['a + "b', 'en', 'expression-quote-open', 4, 2, ['"']],
    ['a + [b', 'en', 'expression-quote-open', 4, 2, [']']],
    ['#2024', 'en', 'expression-quote-open', 0, 5, ['#']],
    ['x + #2024-02-30#', 'en', 'formula-date', 4, 12, []],
    ['ROUMD(x)', 'en', 'expression-function-unknown', 0, 5, ['ROUND']],
    ['SE(x; 1; 2)', 'en', 'expression-function-unknown', 0, 2, []],
    ['MIN(1; 2)', 'en', 'formula-separator', 5, 1, [',']],
    ['MÍNIMO(x, 2)', 'pt-BR', 'formula-separator', 8, 1, [';']],
    ['x > 1.5', 'pt-BR', 'formula-decimal-sign', 4, 3, [',']],
    ['1 < x < 3', 'en', 'formula-comparison-chained', 6, 1, []],
    ['1e999', 'en', 'formula-number-too-large', 0, 5, []],
    ['x + []', 'en', 'formula-name', 4, 2, []],
    ['OR x', 'en', 'expression-syntax', 0, 2, ['value']],
    ['LOOKUP(x, "float64", y)', 'en', 'formula-lookup', 21, 1, []],
    ['LOOKUP(x, "float64", 0, "a", "b")', 'en', 'formula-lookup', 0, 33, []],
    ['"\ud800"', 'en', 'formula-broken-text', 0, 3, []],
  ])('%s', (text, locale, error, position, length, expected) => {
    const result = parse(text, locale);
    expect(result).toMatchObject({ error, position, length, expected });
    if (!('error' in result)) throw new Error('read');
    const given = new Set(Object.keys(result.params));
    expect(errorEntry(error)?.params.filter((param) => !given.has(param))).toEqual([]);
  });

  it.each([
    ['brackets', '('.repeat(100_000)],
    ['minus signs', '-'.repeat(100_000)],
    ['plus signs', '+'.repeat(100_000)],
    ['powers', `${'2^'.repeat(5_000)}2`],
    ['NOT', `${'NOT '.repeat(5_000)}x`],
    ['differences', `1${'-1'.repeat(50_000)}`],
    ['alternating signs', `1${'-1+1'.repeat(300)}`],
    ['nested differences', `${'('.repeat(60)}1${`${'-1'.repeat(60)})`.repeat(60)}`],
    ['calls', 'ABS('.repeat(5_000)],
  ])('too many %s in one another are refused', (_, text) => {
    expect(parse(text, 'en')).toMatchObject({ error: 'expression-too-deep' });
  });

  it('too much is refused', () => {
    expect(parse('x'.repeat(200_001), 'en')).toMatchObject({ error: 'formula-too-long' });
    expect(parse(`1${'+1'.repeat(50_000)}`, 'en')).toMatchObject({ error: 'expression-too-large' });
    expect(parse(`MIN(${'1,'.repeat(20_000)}1)`, 'en')).toMatchObject({
      error: 'expression-too-large',
    });
  });
});

it('tells where each part stands', () => {
  const result = parse(' IF(x > 1, -2, [b c]) ', 'en');
  if ('error' in result) throw new Error(result.error);
  const text = ' IF(x > 1, -2, [b c]) ';
  const at = (expr: Expr) => {
    const span = result.spans.get(expr)!;
    return text.slice(span.position, span.position + span.length);
  };
  const { expr } = result;
  if (expr.kind !== 'call') throw new Error(expr.kind);
  expect(at(expr)).toBe('IF(x > 1, -2, [b c])');
  expect(expr.args.map(at)).toEqual(['x > 1', '-2', '[b c]']);
});
