/**
 * Order by code point, as UTF-8 bytes order. JavaScript compares UTF-16 units, in which the halves of a surrogate pair
 * (0xD800 to 0xDFFF) stand before U+E000 to U+FFFF although their code point is larger.
 */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) {
      const xHalf = isSurrogate(x);
      return xHalf === isSurrogate(y) ? x - y : xHalf ? 1 : -1;
    }
  }
  return a.length - b.length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
