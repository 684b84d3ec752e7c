/**
 * Which numbers a column holds: whole or decimal, with a dot or a comma, with or without thousands.
 *
 * The only doubt is a group of three after one sign: 1.234 is one thousand or one and a bit. A sign that also stands
 * elsewhere (12.5, 1.234.567, 1.234,5) settles its column; else whole numbers of four digits and more do (who writes
 * 1500 does not write 1.234 for a thousand); else the file's other columns.
 */
import type { DecimalSign, NumberReading } from './reading.ts';
import { shapeOf, type Shape } from './shapes.ts';
import type { MaskCount, Tally } from './tally.ts';

export interface NumberFinding {
  readonly reading: NumberReading;
  /** Cells that the reading takes, and those such as inf and NaN, which become missing. */
  readonly covered: number;
  /** A cell that could be read otherwise by itself (see NumberSigns.wary). */
  readonly ambiguous?: string;
  /** Every cell is digits, some with a leading zero: a code rather than a number. */
  readonly code: boolean;
  /** A whole number that a float64 does not hold exactly; `even` when all have the same number of digits. */
  readonly tooLong?: { readonly example: string; readonly even: boolean };
}

export interface NumberSigns {
  /** Set by the user: the other sign is then never a decimal sign. */
  readonly forced?: DecimalSign | undefined;
  /** Of the file's other columns. */
  readonly usual: DecimalSign;
  /** Both signs are at home in such files, so tell of doubtful cells even where the column's others decided. */
  readonly wary: boolean;
}

const MAX_SAFE = String(Number.MAX_SAFE_INTEGER);

type Item = readonly [shape: Shape, count: MaskCount];

/** The best reading of the column as numbers; null where no cell is one. */
export function findNumbers(tally: Tally, signs: NumberSigns): NumberFinding | null {
  const items: Item[] = [...tally.masks].map(([mask, count]) => [shapeOf(mask), count]);
  const dot = total(items, (shape) => fits(shape, '.'));
  const comma = total(items, (shape) => fits(shape, ','));
  const infinite = total(items, (shape) => shape.kind === 'infinite');
  if (Math.max(dot, comma) === 0) return null;
  const told = signs.forced === undefined && (dot === comma || signs.wary);
  const doubt = told ? doubtful(items) : undefined;
  const decimal =
    signs.forced ?? (dot === comma ? decideDoubt(items, signs.usual) : better(dot, comma));
  const taken = items.filter(([shape]) => fits(shape, decimal));
  const whole = taken.every(([shape]) => isWhole(shape, decimal));
  const tooLong = findTooLong(taken);
  return {
    reading: {
      kind: 'number',
      type: whole && tooLong === undefined ? 'int64' : 'float64',
      decimal,
      thousands: taken.some(([shape]) => shape.kind === groupsOf(decimal)),
    },
    covered: (decimal === '.' ? dot : comma) + infinite,
    ...(doubt === undefined ? {} : { ambiguous: doubt }),
    code: whole && taken.some(([shape]) => shape.kind === 'int' && shape.zero),
    ...(tooLong === undefined || !whole ? {} : { tooLong }),
  };
}

/** Which decimal sign the column proves, if any. */
export function provenSign(tally: Tally): DecimalSign | null {
  let dot = false;
  let comma = false;
  for (const mask of tally.masks.keys()) {
    const shape = shapeOf(mask);
    if (shape.kind === 'text' || shape.kind === 'date') return null;
    if (shape.kind === 'dot' || (shape.kind === 'comma-group' && shape.proof)) dot = true;
    if (shape.kind === 'comma' || (shape.kind === 'dot-group' && shape.proof)) comma = true;
  }
  if (dot === comma) return null;
  return dot ? '.' : ',';
}

function fits(shape: Shape, decimal: DecimalSign): boolean {
  switch (shape.kind) {
    case 'int':
    case 'exponent':
      return true;
    case 'dot':
      return decimal === '.';
    case 'comma':
      return decimal === ',';
    case 'dot-group':
      return decimal === ',' || !shape.proof;
    case 'comma-group':
      return decimal === '.' || !shape.proof;
    default:
      return false;
  }
}

function groupsOf(decimal: DecimalSign): Shape['kind'] {
  return decimal === '.' ? 'comma-group' : 'dot-group';
}

function isWhole(shape: Shape, decimal: DecimalSign): boolean {
  if (shape.kind === 'int') return true;
  return (
    (shape.kind === 'dot-group' || shape.kind === 'comma-group') &&
    shape.kind === groupsOf(decimal) &&
    !shape.decimals
  );
}

function total(items: readonly Item[], test: (shape: Shape) => boolean): number {
  return items.reduce((sum, [shape, { count }]) => (test(shape) ? sum + count : sum), 0);
}

function better(dot: number, comma: number): DecimalSign {
  return dot > comma ? '.' : ',';
}

/** A single group of three: 1.234 or 1,234. */
function doubtful(items: readonly Item[]): string | undefined {
  const isGroup = (shape: Shape): boolean =>
    (shape.kind === 'dot-group' || shape.kind === 'comma-group') && !shape.proof;
  return items.find(([shape]) => isGroup(shape))?.[1].min;
}

function decideDoubt(items: readonly Item[], usual: DecimalSign): DecimalSign {
  const ungrouped = items.some(([shape]) => shape.kind === 'int' && shape.digits >= 4);
  const dots = items.some(([shape]) => shape.kind === 'dot-group');
  const commas = items.some(([shape]) => shape.kind === 'comma-group');
  if (!ungrouped || dots === commas) return usual;
  return dots ? '.' : ',';
}

function findTooLong(items: readonly Item[]): { example: string; even: boolean } | undefined {
  const whole = items.flatMap(([shape, count]) => (shape.kind === 'int' ? [{ shape, count }] : []));
  const long = whole.find(({ shape, count }) => {
    const largest = count.max.replace(/^[-+]/, '');
    return shape.digits > 16 || (shape.digits === 16 && largest > MAX_SAFE);
  });
  if (long === undefined) return undefined;
  const even = whole.every(({ shape }) => shape.digits === long.shape.digits);
  return { example: long.count.max, even };
}
