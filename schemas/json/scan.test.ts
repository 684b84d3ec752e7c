import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineAndColumn, scanJson } from './scan.ts';

const bounds = { depth: 50, values: 10_000 };

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('scanJson', () => {
  test('finds nothing in JSON, however it is laid out', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom('', '  ', '\t'), (text, indent) => {
        const value: unknown = JSON.parse(text);
        expect(scanJson(JSON.stringify(value, null, indent), bounds)).toBeUndefined();
      }),
    );
  });

  test('agrees with JSON.parse on texts that were cut or had a character changed', () => {
    const text = '{"a": [1, -2.5e+3, "x\\u00e9\\n", true, null, {}], "b": {"c": [], "d": false}}';
    const spoilt = fc.record({
      at: fc.nat(text.length),
      drop: fc.nat(2),
      put: fc.constantFrom('', '"', '{', ']', ',', ':', '\\', 'e', '-', '0', 't', ' ', '\u0001'),
    });
    fc.assert(
      fc.property(spoilt, fc.boolean(), ({ at, drop, put }, cut) => {
        const changed = cut ? text.slice(0, at) : text.slice(0, at) + put + text.slice(at + drop);
        const mistake = scanJson(changed, bounds);
        const isSyntax = mistake?.kind === 'syntax' || mistake?.kind === 'end';
        if (mistake === undefined || isSyntax) expect(isSyntax).toBe(!parses(changed));
      }),
      { numRuns: 2000 },
    );
  });

  test('calls a text truncated exactly when more could complete it', () => {
    const text = '{"a": [1, "x\\u00e9", true], "b": {"c": -1.5}}';
    for (let length = 1; length < text.length; length += 1) {
      expect(scanJson(text.slice(0, length), bounds)?.kind, text.slice(0, length)).toBe('end');
    }
  });

  test.each([
    ['[1,]', 'syntax', 3, ']'],
    ['{"a" 1}', 'syntax', 5, '1'],
    ['[1 2]', 'syntax', 3, '2'],
    ['{a: 1}', 'syntax', 1, 'a'],
    ["['a']", 'syntax', 1, "'"],
    ['["a\nb"]', 'syntax', 3, '\n'],
    ['["\\x"]', 'syntax', 2, '\\'],
    ['[01]', 'syntax', 2, '1'],
    ['[1]]', 'syntax', 3, ']'],
    ['[}', 'syntax', 1, '}'],
    ['NaN', 'syntax', 0, 'N'],
    ['[😀]', 'syntax', 1, '😀'],
    ['{"a": 1, "\\u0061": 2}', 'duplicate', 9, 'a'],
    ['{"__proto__": 1, "__proto__": 2}', 'duplicate', 17, '__proto__'],
    ['[9007199254740993]', 'inexact', 1, '9007199254740993'],
    ['[0, -1e400]', 'infinite', 4, '-1e400'],
  ])('%s: %s at %i', (text, kind, offset, found) => {
    expect(scanJson(text, bounds)).toEqual({ kind, offset, found });
  });

  test.each([
    '[9007199254740992]',
    '[1.7e308]',
    '[0.1234567890123456789]',
    '{"a":{"a":1},"b":[{"a":1}]}',
  ])('lets %s pass', (text) => {
    expect(scanJson(text, bounds)).toBeUndefined();
  });

  test('stops at its bounds, without recursion', () => {
    expect(scanJson('['.repeat(1_000_000), bounds)).toMatchObject({ kind: 'deep', offset: 50 });
    expect(scanJson(`[${'1,'.repeat(20_000)}1]`, bounds)?.kind).toBe('many');
  });
});

test('lines end in any of three ways, and a column counts characters', () => {
  const text = 'a\nb\r\nc\r😀x';
  expect(lineAndColumn(text, 0)).toEqual({ line: 1, column: 1 });
  expect(lineAndColumn(text, text.indexOf('b'))).toEqual({ line: 2, column: 1 });
  expect(lineAndColumn(text, text.indexOf('c'))).toEqual({ line: 3, column: 1 });
  expect(lineAndColumn(text, text.indexOf('x'))).toEqual({ line: 4, column: 2 });
});
