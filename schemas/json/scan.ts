// JSON read for its mistakes only. JSON.parse says neither the line of every error nor that a key
// stands twice or a whole number lost digits; this says all of it, without recursion.

export type JsonMistake = {
  readonly kind: 'syntax' | 'end' | 'deep' | 'many' | 'duplicate' | 'inexact' | 'infinite';
  /** UTF-16 offset in the text. */
  readonly offset: number;
  /** The character, key or number that it is about. */
  readonly found: string;
};

type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'end';

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const space = /[ \t\n\r]*/y;
const literals = ['true', 'false', 'null'] as const;

export type JsonBounds = { readonly depth: number; readonly values: number };

/** The first mistake of a JSON text, or undefined. Bounded in how far values nest and how many. */
export function scanJson(text: string, bounds: JsonBounds): JsonMistake | undefined {
  // A frame is an object's keys so far, or null for an array.
  const frames: (Set<string> | null)[] = [];
  let values = 0;
  let expected: Expected = 'value';
  let at = skipSpace(text, 0);
  while (at < text.length) {
    const char = text.charAt(at);
    const start = at;
    const wantsValue = expected === 'value' || expected === 'valueOrEnd';
    if (wantsValue) {
      values += 1;
      if (values > bounds.values) return { kind: 'many', offset: at, found: char };
    }
    if (wantsValue && (char === '{' || char === '[')) {
      frames.push(char === '{' ? new Set() : null);
      if (frames.length > bounds.depth) return { kind: 'deep', offset: at, found: char };
      expected = char === '{' ? 'keyOrEnd' : 'valueOrEnd';
      at += 1;
    } else if (closes(char, expected, frames)) {
      frames.pop();
      expected = frames.length === 0 ? 'end' : 'commaOrEnd';
      at += 1;
    } else if (char === ',' && expected === 'commaOrEnd') {
      expected = frames.at(-1) === null ? 'value' : 'key';
      at += 1;
    } else if (char === ':' && expected === 'colon') {
      expected = 'value';
      at += 1;
    } else if (char === '"' && (wantsValue || expected === 'key' || expected === 'keyOrEnd')) {
      const end = endOfString(text, at);
      if (end < 0) return wrongString(text, -end - 1);
      at = end;
      if (wantsValue) {
        expected = frames.length === 0 ? 'end' : 'commaOrEnd';
      } else {
        const key = JSON.parse(text.slice(start, end)) as string;
        const keys = frames.at(-1);
        if (keys?.has(key)) return { kind: 'duplicate', offset: start, found: key };
        keys?.add(key);
        expected = 'colon';
      }
    } else if (wantsValue) {
      const end = endOfScalar(text, at);
      if (end === undefined) return wrongScalar(text, at);
      at = end;
      const scalar = text.slice(start, end);
      if (losesDigits(scalar)) return { kind: 'inexact', offset: start, found: scalar };
      if (isInfinite(scalar)) return { kind: 'infinite', offset: start, found: scalar };
      expected = frames.length === 0 ? 'end' : 'commaOrEnd';
    } else {
      return { kind: 'syntax', offset: at, found: codePoint(text, at) };
    }
    at = skipSpace(text, at);
  }
  return expected === 'end' ? undefined : { kind: 'end', offset: text.length, found: '' };
}

function closes(char: string, expected: Expected, frames: readonly (object | null)[]): boolean {
  const isArray = frames.at(-1) === null;
  if (frames.length === 0) return false;
  if (char === '}') return !isArray && (expected === 'keyOrEnd' || expected === 'commaOrEnd');
  return char === ']' && isArray && (expected === 'valueOrEnd' || expected === 'commaOrEnd');
}

function skipSpace(text: string, at: number): number {
  space.lastIndex = at;
  space.test(text);
  return space.lastIndex;
}

/** The offset after the closing quote; −(offset + 1) where the string goes wrong. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return -at - 1;
    if (code === 0x5c) {
      const length = text.charAt(at + 1) === 'u' ? 6 : 2;
      const escape = text.slice(at, at + length);
      const complete = at + length <= text.length;
      if (complete && !/^\\(?:["\\/bfnrt]|u[\da-fA-F]{4})$/.test(escape)) return -at - 1;
      at += length;
    } else {
      at += 1;
    }
  }
  return -text.length - 1;
}

function wrongString(text: string, offset: number): JsonMistake {
  if (offset >= text.length) return { kind: 'end', offset: text.length, found: '' };
  return { kind: 'syntax', offset, found: codePoint(text, offset) };
}

function endOfScalar(text: string, at: number): number | undefined {
  const literal = literals.find((word) => text.startsWith(word, at));
  if (literal !== undefined) return at + literal.length;
  number.lastIndex = at;
  if (!number.test(text)) return undefined;
  // A text that ends in "1." or "1e+" was cut within the number.
  return isNumberStart(text.slice(number.lastIndex - 1)) ? undefined : number.lastIndex;
}

function wrongScalar(text: string, at: number): JsonMistake {
  const rest = text.slice(at);
  const isCut = literals.some((word) => word.startsWith(rest)) || isNumberStart(rest);
  if (isCut) return { kind: 'end', offset: text.length, found: '' };
  return { kind: 'syntax', offset: at, found: codePoint(text, at) };
}

/** Whether a whole rest of a text is a number that lacks digits yet. */
function isNumberStart(rest: string): boolean {
  return rest.length < 400 && /^(?:-|-?\d+(?:\.\d+)?(?:\.|[eE][+-]?))$/.test(rest);
}

/** Whether a whole number would be written back as another one. */
function losesDigits(scalar: string): boolean {
  if (scalar.length < 16 || !/^-?\d+$/.test(scalar)) return false;
  // A double's own shortest text need not be its exact value, and comes back as it is.
  if (String(Number(scalar)) === scalar || isInfinite(scalar)) return false;
  return BigInt(scalar) !== BigInt(Number(scalar));
}

/** Whether a number is beyond the largest double, about 1.8e308. */
function isInfinite(scalar: string): boolean {
  return /^-?\d/.test(scalar) && !Number.isFinite(Number(scalar));
}

function codePoint(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0xfffd);
}

/** Line and column of an offset, both from 1; the column counts characters. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const lines = before.split(/\r\n|\n|\r/);
  return { line: lines.length, column: Array.from(lines.at(-1) ?? '').length + 1 };
}
