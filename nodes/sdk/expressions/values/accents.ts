/**
 * Text without combining marks, as DuckDB's strip_accents gives it: decomposed, marks dropped, composed again.
 */
const ASCII = /^[\u0000-\u007f]*$/;
const MARKS = /\p{M}/gu;

/** Marks and accented letters newer than DuckDB's tables (after Unicode 15), which it leaves alone. */
const NEWER =
  /((?:\u0897|[\u1acf-\u1add\u1ae0-\u1aeb\u{105c9}\u{105e4}\u{10d69}-\u{10d6d}\u{10efa}-\u{10efc}\u{11383}\u{11385}\u{1138e}\u{11391}\u{113b8}-\u{113c0}\u{113c2}\u{113c5}\u{113c7}-\u{113ca}\u{113cc}-\u{113d2}\u{113e1}\u{113e2}\u{11b60}-\u{11b67}\u{11f5a}\u{1611e}-\u{1612f}\u{1e5ee}\u{1e5ef}\u{1e6e3}\u{1e6e6}\u{1e6ee}\u{1e6ef}\u{1e6f5}])+)/u;

export function withoutAccents(text: string): string {
  if (ASCII.test(text)) return text;
  if (!NEWER.test(text)) return strip(text);
  return text
    .split(NEWER)
    .map((part, index) => (index % 2 === 1 ? part : strip(part)))
    .join('');
}

function strip(text: string): string {
  return text.normalize('NFD').replace(MARKS, '').normalize('NFC');
}
