/** A name in the lines of a card: SVG breaks no text by itself. */

/** Letters of writing systems that take twice the room. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

const lettersOf = (text: string): readonly string[] =>
  Array.from(letters.segment(text), ({ segment }) => segment);
const widthOf = (text: string): number =>
  lettersOf(text).reduce((sum, letter) => sum + (WIDE.test(letter) ? 2 : 1), 0);

/** At most `most` lines of about `width` letters; what does not fit ends in an ellipsis. */
export function linesOf(text: string, width: number, most: number): readonly string[] {
  const lines: string[] = [''];
  for (const word of text.trim().split(/\s+/)) {
    const longer = lines.at(-1) === '' ? word : `${lines.at(-1)} ${word}`;
    if (widthOf(longer) <= width || lines.at(-1) === '') lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const shown = lines.slice(0, most);
  if (lines.length > most) shown[most - 1] = `${shown[most - 1]!} ${lines[most]!}`;
  return shown.map((line) => cut(line, width));
}

function cut(line: string, width: number): string {
  if (widthOf(line) <= width) return line;
  let short = '';
  for (const letter of lettersOf(line)) {
    if (widthOf(short + letter) > width - 1) break;
    short += letter;
  }
  return `${short.trimEnd()}…`;
}
