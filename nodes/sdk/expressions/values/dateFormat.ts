/**
 * Date formats as people write them: `dd/mm/yyyy`, `dd/mm/aaaa hh:mm:ss`, `yyyymmdd`. After the hours `mm` means
 * minutes. Between the parts stand signs, and the letter T.
 */
import type { CallProblem } from '../defineFunction.ts';

export type DatePart = 'year' | 'shortYear' | 'month' | 'day' | 'hour' | 'minute' | 'second';

export interface DateFormat {
  /** Parts and the signs between them, in order. */
  readonly pieces: readonly (DatePart | { readonly text: string })[];
  /** Two parts stand side by side, so each has its full width. */
  readonly packed: boolean;
}

const LONGEST = 60;
const PIECE = /(yyyy|aaaa|yy|aa|mm|dd|hh|ss)|([^a-z0-9%]+|t)/gy;

const PARTS: ReadonlyMap<string, DatePart> = new Map<string, DatePart>([
  ['yyyy', 'year'],
  ['aaaa', 'year'],
  ['yy', 'shortYear'],
  ['aa', 'shortYear'],
  ['mm', 'month'],
  ['dd', 'day'],
  ['hh', 'hour'],
  ['ss', 'second'],
]);

const DIRECTIVES: { readonly [part in DatePart]: string } = {
  year: '%Y',
  shortYear: '%y',
  month: '%m',
  day: '%d',
  hour: '%H',
  minute: '%M',
  second: '%S',
};

/** The format as C's strptime and strftime write it. */
export function directivesOf({ pieces }: DateFormat): string {
  return pieces
    .map((piece) => (typeof piece === 'string' ? DIRECTIVES[piece] : piece.text))
    .join('');
}

/** Null when the text is no format. */
export function parseDateFormat(format: string): DateFormat | null {
  if (format.length > LONGEST) return null;
  const pieces: (DatePart | { readonly text: string })[] = [];
  let end = 0;
  let packed = false;
  for (const match of format.toLowerCase().matchAll(PIECE)) {
    const [text, letters] = match;
    end = match.index + text.length;
    if (letters === undefined) {
      pieces.push({ text: format.slice(match.index, end) });
      continue;
    }
    if (typeof pieces.at(-1) === 'string') packed = true;
    const part = PARTS.get(letters)!;
    pieces.push(part === 'month' && pieces.includes('hour') ? 'minute' : part);
  }
  return end === format.length && end > 0 ? { pieces, packed } : null;
}

/** `date` needs day, month and year; `timestamp` may have a time; `any` is for writing. */
export function dateFormatProblem(
  format: string,
  use: 'date' | 'timestamp' | 'any',
): CallProblem | undefined {
  const parts = parseDateFormat(format)?.pieces.filter((piece) => typeof piece === 'string');
  const fits =
    parts !== undefined &&
    (use === 'any' ? parts.length > 0 : canBeRead(parts, use === 'timestamp'));
  return fits ? undefined : { code: 'expression-date-format', params: { format } };
}

function canBeRead(parts: readonly DatePart[], withTime: boolean): boolean {
  const names = new Set(parts.map((part) => (part === 'shortYear' ? 'year' : part)));
  if (names.size !== parts.length) return false;
  if (!names.has('year') || !names.has('month') || !names.has('day')) return false;
  if (names.size > 3 && !withTime) return false;
  // Minutes need hours and seconds need minutes.
  return (
    (!names.has('minute') || names.has('hour')) && (!names.has('second') || names.has('minute'))
  );
}
