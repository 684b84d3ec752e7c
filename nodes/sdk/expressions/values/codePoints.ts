/** Text counted and cut by code points, as DuckDB does; JavaScript counts UTF-16 units. */
const SURROGATE = /[\ud800-\udfff]/;

export function countCodePoints(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length - 1; i++) {
    if (isHighSurrogate(text, i)) {
      count--;
      i++;
    }
  }
  return count;
}

/** Code points from `start` to before `end`, both counted from 0. */
export function sliceCodePoints(text: string, start: number, end: number): string {
  // A text has no more code points than units, so nothing can stand at or after `start`.
  if (start >= text.length) return '';
  if (!SURROGATE.test(text)) return text.slice(start, end);
  const from = unitOf(text, start, 0);
  return text.slice(from, unitOf(text, end - start, from));
}

export function firstCodePoints(text: string, count: number): string {
  return sliceCodePoints(text, 0, count);
}

export function lastCodePoints(text: string, count: number): string {
  const length = countCodePoints(text);
  return sliceCodePoints(text, Math.max(0, length - count), length);
}

/** Where the code point stands that comes `count` after the unit `from`. */
function unitOf(text: string, count: number, from: number): number {
  let unit = from;
  for (let left = count; left > 0 && unit < text.length; left--) {
    unit += isHighSurrogate(text, unit) ? 2 : 1;
  }
  return unit;
}

function isHighSurrogate(text: string, unit: number): boolean {
  const code = text.charCodeAt(unit);
  return code >= 0xd800 && code <= 0xdbff;
}
