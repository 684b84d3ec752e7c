import { FormulaSyntaxError, type Span } from './errors.ts';
import { FORMULA_LOCALES } from './locales.ts';
import type { Locale } from '../types.ts';

export type TokenKind =
  | 'number'
  | 'text'
  | 'name'
  /** A name in brackets: always a column. */
  | 'column'
  /** What stands between two `#`. */
  | 'date'
  /** An operator, bracket or separator. */
  | 'sign'
  | 'end';

export interface Token extends Span {
  readonly kind: TokenKind;
  /** Without quotes and brackets. */
  readonly value: string;
}

const BLANK = /\s+/y;
const NAME = /[\p{L}_][\p{L}\p{M}\p{N}_]*/uy;
const SIGN = /<>|!=|<=|>=|==|[-+*/^%&=<>(),;≠≤≥]/y;
const NUMBERS: { readonly [locale in Locale]: RegExp } = {
  en: /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y,
  'pt-BR': /(?:\d+(?:,\d+)?|,\d+)(?:[eE][+-]?\d+)?/y,
};

/** What is enclosed between two signs, the second doubled where it belongs to the text. */
const ENCLOSED: ReadonlyMap<string, Enclosure> = new Map([
  ['"', { kind: 'text', end: '"' }],
  ["'", { kind: 'text', end: "'" }],
  ['[', { kind: 'column', end: ']' }],
  ['#', { kind: 'date', end: '#' }],
]);

interface Enclosure {
  readonly kind: TokenKind;
  readonly end: string;
}

/** Other spellings of operators. */
const SAME_SIGN: ReadonlyMap<string, string> = new Map([
  ['!=', '<>'],
  ['≠', '<>'],
  ['==', '='],
  ['≤', '<='],
  ['≥', '>='],
]);

/** The parts of a formula's text; the last is always `end`. Throws FormulaSyntaxError. */
export function tokenise(text: string, locale: Locale): readonly Token[] {
  const tokens: Token[] = [];
  let at = skip(BLANK, text, 0);
  while (at < text.length) {
    const token = tokenAt(text, at, locale);
    tokens.push(token);
    at = skip(BLANK, text, at + token.length);
  }
  tokens.push({ kind: 'end', value: '', position: text.length, length: 0 });
  return tokens;
}

function tokenAt(text: string, at: number, locale: Locale): Token {
  const enclosed = ENCLOSED.get(text[at]!);
  if (enclosed !== undefined) return readEnclosed(text, at, enclosed);
  const number = match(NUMBERS[locale], text, at);
  if (number !== null) return readNumber(text, at, number, locale);
  const word = match(NAME, text, at);
  if (word !== null) return { kind: 'name', value: word, position: at, length: word.length };
  const sign = match(SIGN, text, at);
  if (sign !== null) {
    const value = SAME_SIGN.get(sign) ?? sign;
    return { kind: 'sign', value, position: at, length: sign.length };
  }
  const char = String.fromCodePoint(text.codePointAt(at)!);
  throw new FormulaSyntaxError('expression-syntax', { position: at, length: char.length }, [], {
    found: char,
  });
}

/** `1.5` where the comma is the decimal sign would be read as something else without a word: it is refused. */
function readNumber(text: string, at: number, value: string, locale: Locale): Token {
  const end = at + value.length;
  const { decimalSign } = FORMULA_LOCALES[locale];
  const wrong = decimalSign === ',' ? match(/\.\d+/y, text, end) : null;
  if (wrong !== null) {
    const length = value.length + wrong.length;
    throw new FormulaSyntaxError('formula-decimal-sign', { position: at, length }, [decimalSign], {
      number: value + wrong,
    });
  }
  return { kind: 'number', value: value.replace(',', '.'), position: at, length: value.length };
}

function readEnclosed(text: string, at: number, { kind, end }: Enclosure): Token {
  let value = '';
  let from = at + 1;
  for (;;) {
    const to = text.indexOf(end, from);
    if (to === -1) {
      const open = { position: at, length: text.length - at };
      throw new FormulaSyntaxError('expression-quote-open', open, [end]);
    }
    value += text.slice(from, to);
    if (text[to + 1] !== end || kind === 'date') {
      return { kind, value, position: at, length: to + 1 - at };
    }
    value += end;
    from = to + 2;
  }
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function skip(pattern: RegExp, text: string, at: number): number {
  return at + (match(pattern, text, at)?.length ?? 0);
}
