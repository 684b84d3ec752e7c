/** Reads formula text: `IF(x > 1.5, 2, 3)` in English, `SE(x > 1,5; 2; 3)` in Portuguese. */
import { MAX_DEPTH, MAX_NODES, MAX_TEXT } from '../limits.ts';
import { sizeOf } from '../walk.ts';
import { call } from '../build.ts';
import { FormulaSyntaxError, type FormulaError, type Span } from './errors.ts';
import { keywordOf } from './locales.ts';
import { BY_KEYWORD, BY_SIGN, LEVEL, type Operator } from './operators.ts';
import { readOperand, type Parts } from './operand.ts';
import { Reader } from './reader.ts';
import type { Expr, Locale } from '../types.ts';

export interface ParsedFormula {
  readonly expr: Expr;
  /** Where each part stands in the text. */
  readonly spans: ReadonlyMap<Expr, Span>;
}

/** Never throws on any text: what is wrong is returned. */
export function parse(text: string, locale: Locale): ParsedFormula | FormulaError {
  try {
    return parseOrThrow(text, locale);
  } catch (error) {
    if (error instanceof FormulaSyntaxError) return error.details;
    throw error;
  }
}

function parseOrThrow(text: string, locale: Locale): ParsedFormula {
  const whole = { position: 0, length: text.length };
  if (text.length > MAX_TEXT) {
    throw new FormulaSyntaxError('formula-too-long', whole, [], { limit: MAX_TEXT });
  }
  if (!text.isWellFormed()) throw new FormulaSyntaxError('formula-broken-text', whole);
  const reader = new Reader(text, locale);
  if (reader.peek().kind === 'end')
    throw new FormulaSyntaxError('expression-empty', whole, ['value']);
  const expr = PARTS.whole(reader);
  if (reader.peek().kind !== 'end') reader.unexpected('operator', 'end');
  const { nodes, depth } = sizeOf(expr);
  if (depth > MAX_DEPTH)
    throw new FormulaSyntaxError('expression-too-deep', whole, [], { limit: MAX_DEPTH });
  if (nodes > MAX_NODES)
    throw new FormulaSyntaxError('expression-too-large', whole, [], { limit: MAX_NODES });
  return { expr, spans: reader.spans };
}

const PARTS: Parts = {
  whole: (reader) => reader.deeper(() => readLevel(reader, LEVEL.or)),
  condition: (reader) => reader.deeper(() => readLevel(reader, LEVEL.comparison)),
};

/** What binds at least as strongly as the level: operands joined by its operators, from left to right. */
function readLevel(reader: Reader, level: number): Expr {
  if (level === LEVEL.negation) return readNegation(reader);
  const start = reader.peek().position;
  let left = readLevel(reader, level + 1);
  for (let links = 1; ; links++) {
    const operator = operatorAt(reader, level);
    if (operator === undefined) return left;
    if (links > MAX_DEPTH) reader.tooDeep();
    left = reader.place(readJoined(reader, operator, left), start);
    if (level === LEVEL.comparison && operatorAt(reader, level) !== undefined) {
      throw new FormulaSyntaxError('formula-comparison-chained', reader.peek());
    }
  }
}

/** One call: of two operands, or of all that the same chained operator joins. */
function readJoined(reader: Reader, operator: Operator, first: Expr): Expr {
  const args = [first];
  do {
    reader.next();
    args.push(readLevel(reader, operator.level + 1));
    if (args.length > MAX_NODES) reader.tooLong();
  } while (operator.chained && operatorAt(reader, operator.level) === operator);
  return call(operator.fn, ...args);
}

function operatorAt(reader: Reader, level: number): Operator | undefined {
  const { kind, value } = reader.peek();
  const found =
    kind === 'sign'
      ? BY_SIGN.get(value)
      : kind === 'name'
        ? BY_KEYWORD.get(keywordOf(value, reader.locale) ?? '')
        : undefined;
  return found?.level === level ? found : undefined;
}

function readNegation(reader: Reader): Expr {
  const start = reader.peek().position;
  if (reader.take('+')) return reader.deeper(() => readNegation(reader));
  if (!reader.isSign('-')) return readPower(reader);
  reader.next();
  // -3 is a constant; -3 ^ 2 is the negation of a power.
  if (reader.peek().kind === 'number' && !reader.isSign('^', 1)) {
    return reader.place(readOperand(reader, PARTS, -1), start);
  }
  return reader.place(
    call(
      'neg',
      reader.deeper(() => readNegation(reader)),
    ),
    start,
  );
}

function readPower(reader: Reader): Expr {
  const start = reader.peek().position;
  const base = readOperand(reader, PARTS);
  if (!reader.take('^')) return base;
  return reader.place(
    call(
      'pow',
      base,
      reader.deeper(() => readNegation(reader)),
    ),
    start,
  );
}
