/**
 * Capital and small letters, one code point for one (Unicode's simple case mapping), as DuckDB maps them. JavaScript's
 * own functions may give several letters for one (ß → SS, ŉ → ʼN) and look at the neighbours (Σ → ς at a word's end).
 */

/** Letters on which JavaScript's mapping of whole text is the simple one: Latin without ß, ŉ and İ. */
const PLAIN = /^[\u0000-\u00de\u00e0-\u012f\u0131-\u0148\u014a-\u017f]*$/;

/** Cased letters newer than DuckDB's tables (after Unicode 15), which it leaves alone. */
const NEWER =
  /[\u019b\u0264\u1c89\u1c8a\ua7cb-\ua7cf\ua7d2-\ua7d5\ua7da-\ua7dc\u{10d50}-\u{10d85}\u{16ea0}-\u{16ed3}]/u;

export function upperCase(text: string): string {
  return PLAIN.test(text) ? text.toUpperCase() : mapped(text, upperLetter);
}

export function lowerCase(text: string): string {
  return PLAIN.test(text) ? text.toLowerCase() : mapped(text, lowerLetter);
}

function mapped(text: string, letter: (char: string) => string): string {
  let result = '';
  for (const char of text) result += NEWER.test(char) ? char : letter(char);
  return result;
}

function upperLetter(char: string): string {
  if (char === 'ß') return 'ẞ';
  const upper = char.toUpperCase();
  return isOne(upper) ? upper : titleLetter(char);
}

/** The Greek letters with a iota below have one capital, which JavaScript writes as two. */
function titleLetter(char: string): string {
  const code = char.codePointAt(0)!;
  if (code === 0x1fb3 || code === 0x1fc3 || code === 0x1ff3) return String.fromCodePoint(code + 9);
  const small = code >= 0x1f80 && code <= 0x1fa7 && (code & 8) === 0;
  return small ? String.fromCodePoint(code + 8) : char;
}

function lowerLetter(char: string): string {
  if (char === 'İ') return 'i';
  const lower = char.toLowerCase();
  return isOne(lower) ? lower : char;
}

function isOne(text: string): boolean {
  return text.length === 1 || (text.length === 2 && text.codePointAt(0)! > 0xffff);
}
