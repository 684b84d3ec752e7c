/** What a mask (masks.ts) can be read as. */
import { TEXT_MASK } from './masks.ts';

export type Separator = '-' | '/' | '.';
/** How precise the time of day is: none, minutes, seconds, fractions of a second. */
export type TimeShape = '' | 'm' | 's' | 'f';

export interface DateShape {
  readonly kind: 'date';
  /** Year first, or one of the two orders that end with the year. */
  readonly order: 'ymd' | 'year-last';
  readonly separator: Separator;
  readonly yearDigits: 2 | 4;
  /** Every part has its full width, as in 2024-01-05. */
  readonly padded: boolean;
  readonly time: TimeShape;
  readonly between: '' | ' ' | 'T';
  readonly half: '' | 'AM' | ' AM';
  readonly zone: boolean;
}

/**
 * - `int`: digits only. `zero`: more than one digit, the first is 0.
 * - `dot`, `comma`: a decimal sign that cannot be a thousands sign (0.5, 12.34). `exponent`: none at all (1e5).
 * - `dot-group`, `comma-group`: groups of three. `proof`: several groups, or a decimal part with the other sign, so
 *   that the groups are thousands for certain; else (1.234) it may be a decimal number.
 */
export type Shape =
  | { readonly kind: 'int'; readonly digits: number; readonly zero: boolean }
  | { readonly kind: 'dot' | 'comma' | 'exponent' | 'infinite' | 'bool' | 'text' }
  | {
      readonly kind: 'dot-group' | 'comma-group';
      readonly proof: boolean;
      readonly decimals: boolean;
    }
  | DateShape;

const INT = /^[-+]?[09]+$/;
const DOT = /^[-+]?(?:[09]+\.?9*|\.[09]9*)(?:E[-+]?9+)?$/;
const COMMA = /^[-+]?(?:[09]+,?9*|,[09]9*)(?:E[-+]?9+)?$/;
const EXPONENT = /^[-+]?[09]9*E[-+]?9+$/;
const DOT_GROUP = /^[-+]?9{1,3}((?:\.999)+)(,9*)?$/;
const COMMA_GROUP = /^[-+]?9{1,3}((?:,999)+)(\.9*)?$/;
const DATE = new RegExp(
  String.raw`^(?:(?<ymd>[09]9{3}([-/.])9{1,2}\2(?<tail>9{1,2}))|[09]9?([-/.])9{1,2}\4(?<year>9{4}|9{2}))` +
    String.raw`(?:(?<between>[ T])99?:99(?<seconds>:99(?<fraction>\.9{1,9})?)?(?<half> ?[AP]M)?(?<zone> ?Z|[-+]99:?99|[-+]99)?)?$`,
);

export function shapeOf(mask: string): Shape {
  if (mask === TEXT_MASK) return { kind: 'text' };
  if (mask === 'true' || mask === 'false') return { kind: 'bool' };
  if (/nan|inf/.test(mask)) return { kind: 'infinite' };
  if (INT.test(mask)) return intShape(mask);
  if (EXPONENT.test(mask)) return { kind: 'exponent' };
  const dots = DOT_GROUP.exec(mask);
  if (dots !== null) return groupShape('dot-group', dots);
  const commas = COMMA_GROUP.exec(mask);
  if (commas !== null) return groupShape('comma-group', commas);
  if (DOT.test(mask)) return { kind: 'dot' };
  if (COMMA.test(mask)) return { kind: 'comma' };
  return dateShape(mask) ?? { kind: 'text' };
}

function intShape(mask: string): Shape {
  const digits = mask.replace(/^[-+]/, '');
  return { kind: 'int', digits: digits.length, zero: digits.length > 1 && digits.startsWith('0') };
}

function groupShape(kind: 'dot-group' | 'comma-group', found: RegExpExecArray): Shape {
  const decimals = found[2] !== undefined;
  return { kind, decimals, proof: decimals || found[1]!.length > '.999'.length };
}

function dateShape(mask: string): DateShape | null {
  const found = DATE.exec(mask);
  if (found === null) return null;
  const { ymd, year, between = '', seconds, fraction, half = '', zone } = found.groups ?? {};
  const day = mask.split(/[ T]/, 1)[0]!;
  const separator = (ymd === undefined ? found[4] : found[2]) as Separator;
  const yearDigits = year?.length === 2 ? 2 : 4;
  const padded = day.length === 6 + yearDigits;
  // 1.2.10 is a version, not a day of 2010.
  if (yearDigits === 2 && (separator === '.' || !padded)) return null;
  const time: TimeShape =
    between === '' ? '' : fraction !== undefined ? 'f' : seconds !== undefined ? 's' : 'm';
  return {
    kind: 'date',
    order: ymd === undefined ? 'year-last' : 'ymd',
    separator,
    yearDigits,
    padded,
    time,
    between: between as DateShape['between'],
    half: half === '' ? '' : half.startsWith(' ') ? ' AM' : 'AM',
    zone: zone !== undefined,
  };
}
