/**
 * HTML from pieces. A text is always taken as text: only what this module made, or what is named as trusted, passes as
 * markup. Names come from documents and data of anybody.
 */
const isHtml = Symbol('html');

export interface Html {
  readonly [isHtml]: true;
  readonly text: string;
}

export type Piece = Html | string | number | false | undefined | readonly Piece[];

const wrap = (text: string): Html => ({ [isHtml]: true, text });

export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return wrap(strings.map((text, at) => text + textOf(pieces[at])).join(''));
}

/** Markup that this project's own code made. */
export const trusted = wrap;

function textOf(piece: Piece | undefined): string {
  if (piece === undefined || piece === false) return '';
  if (typeof piece === 'string') return escaped(piece);
  if (typeof piece === 'number') return String(piece);
  if (Array.isArray(piece)) return (piece as readonly Piece[]).map(textOf).join('');
  return (piece as Html).text;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Also for attributes in double quotes. What turns the direction of the text around it is left out. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
      ' ',
    )
    .replace(/[&<>"']/g, (sign) => entities[sign]!);
}
