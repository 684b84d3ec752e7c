/** A small CSV parser for samples: enough to see what a file is like. The file itself is read by DuckDB. */

export interface Field {
  readonly text: string;
  readonly quoted: boolean;
}

export interface Format {
  readonly delimiter: string;
  /** One character, or empty for none. */
  readonly quote: string;
  /** What stands before a quote inside quotes: the quote itself, or a backslash. */
  readonly escape: string;
}

export interface Parsed {
  /** Blank lines are left out. */
  readonly records: Field[][];
  /** Line of the text (from 1) on which each record starts. */
  readonly lines: number[];
  /** The text ended inside quotes. */
  readonly open: boolean;
}

/** Records of the text; the last one too when no line end closes it. */
export function parseSample(text: string, format: Format): Parsed {
  const { delimiter, quote } = format;
  const records: Field[][] = [];
  const lines: number[] = [];
  let record: Field[] = [];
  let line = 1;
  let started = 1;
  let at = text.startsWith('\ufeff') ? 1 : 0;
  let open = false;
  const endRecord = (): void => {
    if (record.length > 1 || record[0]?.text !== '' || record[0].quoted) {
      records.push(record);
      lines.push(started);
    }
    record = [];
  };
  while (at < text.length) {
    const field =
      quote !== '' && text[at] === quote
        ? quotedField(text, at, format)
        : bareField(text, at, delimiter);
    record.push({ text: field.text, quoted: field.quoted });
    open = field.open;
    for (let i = field.text.indexOf('\n'); i >= 0; i = field.text.indexOf('\n', i + 1)) line++;
    at = field.end;
    if (text[at] === delimiter) {
      at++;
      if (at < text.length) continue;
      record.push({ text: '', quoted: false });
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    endRecord();
    started = ++line;
  }
  return { records, lines, open };
}

interface Found extends Field {
  readonly end: number;
  readonly open: boolean;
}

function bareField(text: string, start: number, delimiter: string): Found {
  let end = start;
  while (end < text.length) {
    const char = text[end]!;
    if (char === delimiter || char === '\n' || char === '\r') break;
    end++;
  }
  return { text: text.slice(start, end), quoted: false, end, open: false };
}

function quotedField(text: string, start: number, { delimiter, quote, escape }: Format): Found {
  let value = '';
  let from = start + 1;
  let at = from;
  for (; at < text.length; at++) {
    const char = text[at]!;
    if (char === escape && text[at + 1] === quote) {
      value += text.slice(from, at) + quote;
      at++;
      from = at + 1;
    } else if (char === quote) break;
  }
  const open = at >= text.length;
  value += text.slice(from, at);
  // What stands between the closing quote and the delimiter is a mistake; DuckDB rejects such a line.
  const rest = bareField(text, Math.min(at + 1, text.length), delimiter);
  return { text: value + rest.text, quoted: true, end: rest.end, open };
}
