import { call, col, lit, lookup } from '../build.ts';
import { MAX_LOOKUP_ROWS, MAX_NAME } from '../limits.ts';
import { literalFits } from '../literal.ts';
import { nearest } from '#schemas/nearest.ts';
import { FormulaSyntaxError, type Span } from './errors.ts';
import { FORMULA_LOCALES, keywordOf, type Keyword } from './locales.ts';
import { readDate } from './dateText.ts';
import { functionNamed, functionNames } from './names.ts';
import type { Reader } from './reader.ts';
import type { Token } from './tokenise.ts';
import type { Expr, Literal, ValueType } from '../types.ts';

/** How the parts inside an operand are read. */
export interface Parts {
  /** Between brackets and separators. */
  readonly whole: (reader: Reader) => Expr;
  /** After NOT: what binds as strongly as a comparison. */
  readonly condition: (reader: Reader) => Expr;
}

/** A constant, a column, a call, or an expression in brackets. `sign` is that of a number, whose minus was taken. */
export function readOperand(reader: Reader, parts: Parts, sign: 1 | -1 = 1): Expr {
  const token = reader.peek();
  const start = token.position;
  switch (token.kind) {
    case 'number':
      reader.next();
      return reader.place(readNumber(token, sign), start);
    case 'text':
      reader.next();
      return reader.place(lit(token.value), start);
    case 'date':
      reader.next();
      return reader.place(readDate(token, reader.locale), start);
    case 'column':
      reader.next();
      return reader.place(readColumn(token), start);
    case 'name':
      return readNamed(reader, parts);
    default:
      return readBracket(reader, parts);
  }
}

/** A whole number is int64; with a decimal sign or an exponent, or beyond ±(2^53 − 1), it is float64. */
function readNumber(token: Token, sign: 1 | -1): Expr {
  const value = Number(token.value) * sign;
  if (!Number.isFinite(value)) {
    throw new FormulaSyntaxError('formula-number-too-large', token, [], { number: token.value });
  }
  const whole = /^\d+$/.test(token.value) && Number.isSafeInteger(value);
  return lit(value, whole ? 'int64' : 'float64');
}

function readColumn(token: Token): Expr {
  if (token.value === '' || token.value.length > MAX_NAME) {
    throw new FormulaSyntaxError('formula-name', token, [], { limit: MAX_NAME });
  }
  return col(token.value);
}

function readBracket(reader: Reader, parts: Parts): Expr {
  const start = reader.peek().position;
  if (!reader.take('(')) reader.unexpected('value');
  const inner = parts.whole(reader);
  if (!reader.take(')')) reader.unexpected('operator', ')');
  // The brackets belong to the part in the eyes of an editor.
  return reader.place(inner, start);
}

function readNamed(reader: Reader, parts: Parts): Expr {
  const token = reader.peek();
  const keyword = keywordOf(token.value, reader.locale);
  if (reader.isSign('(', 1)) {
    return keyword === 'lookup' ? readLookup(reader, parts) : readCall(reader, parts);
  }
  if (keyword === 'and' || keyword === 'or') reader.unexpected('value');
  reader.next();
  if (keyword === 'not') return reader.place(call('not', parts.condition(reader)), token.position);
  const constant = CONSTANTS.get(keyword ?? '');
  if (constant !== undefined) return reader.place(lit(constant), token.position);
  return reader.place(readColumn(token), token.position);
}

const CONSTANTS: ReadonlyMap<string, Literal> = new Map<Keyword, Literal>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

function readCall(reader: Reader, parts: Parts): Expr {
  const token = reader.next();
  const fn = functionNamed(token.value, reader.locale);
  if (fn === undefined) {
    const suggestion = nearest(token.value, functionNames(reader.locale));
    throw new FormulaSyntaxError(
      'expression-function-unknown',
      token,
      suggestion === undefined ? [] : [suggestion],
      { function: token.value, similar: suggestion ?? '' },
    );
  }
  return reader.place(call(fn, ...readArguments(reader, parts)), token.position);
}

function readArguments(reader: Reader, parts: Parts): readonly Expr[] {
  const { separator } = FORMULA_LOCALES[reader.locale];
  reader.take('(');
  const args: Expr[] = [];
  if (reader.take(')')) return args;
  do {
    args.push(parts.whole(reader));
    if (args.length > 2 * MAX_LOOKUP_ROWS) reader.tooLong();
  } while (reader.take(separator));
  if (!reader.take(')')) reader.unexpected('operator', separator, ')');
  return args;
}

/** LOOKUP(of, "type", otherwise, key, value, key, value, …), all but the first constants. */
function readLookup(reader: Reader, parts: Parts): Expr {
  const token = reader.next();
  const [of, ...rest] = readArguments(reader, parts);
  const span = (): Span => ({
    position: token.position,
    length: reader.peek(-1).position + reader.peek(-1).length - token.position,
  });
  const constants = rest.map((arg) => {
    if (arg.kind !== 'literal') {
      throw new FormulaSyntaxError('formula-lookup', reader.spans.get(arg) ?? token);
    }
    return arg.value;
  });
  const [type, otherwise, ...pairs] = constants;
  const keys = pairs.filter((_, index) => index % 2 === 0);
  const values = pairs.filter((_, index) => index % 2 === 1);
  const shaped =
    of !== undefined && otherwise !== undefined && isType(type) && keys.length === values.length;
  if (!shaped || new Set(keys).size !== keys.length) {
    throw new FormulaSyntaxError('formula-lookup', span());
  }
  if (![otherwise, ...values].every((value) => literalFits(value, type))) {
    throw new FormulaSyntaxError('formula-lookup', span());
  }
  const table = keys.map((key, index): [Literal, Literal] => [key, values[index]!]);
  return reader.place(lookup(of, table, type, otherwise), token.position);
}

const TYPES: readonly unknown[] = ['bool', 'int64', 'float64', 'text', 'date', 'timestamp'];

function isType(value: unknown): value is ValueType {
  return TYPES.includes(value);
}
