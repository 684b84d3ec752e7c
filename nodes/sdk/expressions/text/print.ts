/** Writes an expression as formula text; `parse` gives the same expression back. */
import { FORMULA_LOCALES, BARE_NAME, keywordOf } from './locales.ts';
import { BY_FUNCTION, LEVEL, type Operator } from './operators.ts';
import { nameOfFunction } from './names.ts';
import { writeDate } from './dateText.ts';
import type { CallExpr, Expr, Literal, LiteralExpr, Locale, LookupExpr } from '../types.ts';

export function print(expr: Expr, locale: Locale): string {
  return write(expr, locale).text;
}

/** Text, and how strongly its outermost operator binds. */
interface Written {
  readonly text: string;
  readonly level: number;
}

function write(expr: Expr, locale: Locale): Written {
  switch (expr.kind) {
    case 'literal':
      return writeLiteral(expr, locale);
    case 'column':
      return operand(writeColumn(expr.name, locale));
    case 'call':
      return writeCall(expr, locale);
    case 'lookup':
      return operand(writeLookup(expr, locale));
  }
}

function operand(text: string): Written {
  return { text, level: LEVEL.operand };
}

/** In brackets where it binds less strongly than its place asks for. */
function within(expr: Expr, level: number, locale: Locale): string {
  const written = write(expr, locale);
  return written.level < level ? `(${written.text})` : written.text;
}

function writeLiteral({ value, type }: LiteralExpr, locale: Locale): Written {
  if (type === 'date' || type === 'timestamp') return operand(writeDate(value as string, locale));
  const text = type === 'float64' ? writeFloat(value as number, locale) : writePlain(value, locale);
  // A negative number is read where a minus is read.
  return { text, level: typeof value === 'number' && value < 0 ? LEVEL.negation : LEVEL.operand };
}

/** A constant as it is in JSON, without its type. */
function writePlain(value: Literal, locale: Locale): string {
  const { words } = FORMULA_LOCALES[locale];
  if (value === null) return words.null;
  if (typeof value === 'boolean') return value ? words.true : words.false;
  if (typeof value === 'number') return writeNumber(value, locale);
  return `"${value.replaceAll('"', '""')}"`;
}

function writeNumber(value: number, locale: Locale): string {
  return String(value).replace('e+', 'e').replace('.', FORMULA_LOCALES[locale].decimalSign);
}

/** With a decimal sign or an exponent, which tell it from a whole number. */
function writeFloat(value: number, locale: Locale): string {
  const { decimalSign } = FORMULA_LOCALES[locale];
  const text = writeNumber(value, locale);
  return /[.,e]/.test(text) ? text : `${text}${decimalSign}0`;
}

export function writeColumn(column: string, locale: Locale): string {
  const bare = BARE_NAME.test(column) && keywordOf(column, locale) === undefined;
  return bare ? column : `[${column.replaceAll(']', ']]')}]`;
}

function writeCall(expr: CallExpr, locale: Locale): Written {
  const { fn, args } = expr;
  if (fn === 'neg' && args.length === 1) {
    // Stronger than itself, so that no two signs meet and -(3) is no constant.
    const text = `-${within(args[0]!, LEVEL.power, locale)}`;
    return {
      text: isNumber(args[0]!) ? `-(${write(args[0]!, locale).text})` : text,
      level: LEVEL.negation,
    };
  }
  const operator = BY_FUNCTION.get(fn);
  const fits = operator?.chained === true ? args.length >= 2 : args.length === 2;
  if (operator !== undefined && fits) return writeInfix(expr, operator, locale);
  const { separator } = FORMULA_LOCALES[locale];
  const list = args.map((arg) => print(arg, locale)).join(`${separator} `);
  return operand(`${nameOfFunction(fn, locale)}(${list})`);
}

function isNumber(expr: Expr): boolean {
  return expr.kind === 'literal' && typeof expr.value === 'number';
}

function writeInfix({ fn, args }: CallExpr, operator: Operator, locale: Locale): Written {
  const { level, chained, sign } = operator;
  const { words } = FORMULA_LOCALES[locale];
  const word = sign === 'and' || sign === 'or' ? words[sign] : sign;
  const parts = args.map((arg, index) => within(arg, levelFor(arg, index), locale));
  return { text: parts.join(` ${word} `), level };

  function levelFor(arg: Expr, index: number): number {
    if (level === LEVEL.power) return index === 0 ? LEVEL.operand : LEVEL.negation;
    // From left to right, except comparisons, which do not follow one another, and a chain inside the same chain.
    const sameChain = chained && arg.kind === 'call' && arg.fn === fn;
    return index === 0 && level !== LEVEL.comparison && !sameChain ? level : level + 1;
  }
}

function writeLookup({ of, keys, values, otherwise, type }: LookupExpr, locale: Locale): string {
  const { separator, words } = FORMULA_LOCALES[locale];
  const plain = (value: Literal) => writePlain(value, locale);
  const pairs = keys.flatMap((key, index) => [plain(key), plain(values[index]!)]);
  const list = [print(of, locale), `"${type}"`, plain(otherwise), ...pairs];
  return `${words.lookup}(${list.join(`${separator} `)})`;
}
