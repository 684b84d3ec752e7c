/** What each aggregate takes and gives. */
import type { Column, ValueType } from '#schemas/types.ts';
import { EsteiraError } from '#schemas/errors.ts';
import { columnsOf } from '../../expressions/walk.ts';
import { typeOfExpr } from '../checkExpr.ts';
import type { AggregateFn, Measure } from '../types.ts';
import { described, meaningOf, projectedColumn } from './project.ts';

const NUMBERS: readonly ValueType[] = ['int64', 'float64'];
const SUMMABLE: readonly ValueType[] = [...NUMBERS, 'bool'];
const ORDERED: readonly ValueType[] = [...NUMBERS, 'date', 'timestamp'];

interface Rule {
  /** How many arguments. */
  readonly least: number;
  readonly most: number;
  /** Types of the arguments; all when absent. */
  readonly of?: readonly ValueType[];
  /** `arg`: the argument's own column; `ordered`: float64 for numbers, else the argument's type. */
  readonly result: 'int64' | 'float64' | 'arg' | 'ordered';
  /** What `q` may be. */
  readonly q?: { readonly lowest: number; readonly highest: number; readonly normal?: number };
}

const DDOF = { lowest: 0, highest: 1, normal: 1 };

const RULES: { readonly [fn in AggregateFn]: Rule } = {
  count: { least: 0, most: 1, result: 'int64' },
  count_missing: { least: 1, most: 1, result: 'int64' },
  count_distinct: { least: 1, most: 1, result: 'int64' },
  sum: { least: 1, most: 1, of: SUMMABLE, result: 'float64' },
  mean: { least: 1, most: 1, of: SUMMABLE, result: 'float64' },
  min: { least: 1, most: 1, result: 'arg' },
  max: { least: 1, most: 1, result: 'arg' },
  median: { least: 1, most: 1, of: ORDERED, result: 'ordered' },
  quantile: { least: 1, most: 1, of: ORDERED, result: 'ordered', q: { lowest: 0, highest: 1 } },
  stddev: { least: 1, most: 1, of: SUMMABLE, result: 'float64', q: DDOF },
  variance: { least: 1, most: 1, of: SUMMABLE, result: 'float64', q: DDOF },
  mode: { least: 1, most: 1, result: 'arg' },
  covariance: { least: 2, most: 2, of: SUMMABLE, result: 'float64', q: DDOF },
};

/** The `q` of a measure, or what it is when not given. */
export function qOf({ fn, q }: Measure): number {
  return fn === 'median' ? 0.5 : (q ?? RULES[fn].q?.normal ?? Number.NaN);
}

/** Throws `column-wrong-type` and expression errors of a user's, a RangeError on what no user can say. */
export function checkMeasure(measure: Measure, columns: readonly Column[]): void {
  const { fn, args } = measure;
  const { least, most, of, q: range } = RULES[fn];
  if (args.length < least || args.length > most) throw new RangeError(`${fn} of ${args.length}`);
  const q = qOf(measure);
  if (range && !(q >= range.lowest && q <= range.highest)) throw new RangeError(`${fn} with ${q}`);
  for (const arg of args) {
    const type = typeOfExpr(arg, columns);
    if (!of || type === 'null' || of.includes(type)) continue;
    const column = columnsOf(arg)[0] ?? measure.name;
    throw new EsteiraError('column-wrong-type', { column, expected: of, found: type });
  }
}

export function measuredColumn(
  { name, fn, args, meta }: Measure,
  columns: readonly Column[],
): Column {
  const { result } = RULES[fn];
  const [expr] = args;
  if (result === 'arg' || result === 'ordered') {
    const { of: _, ...arg } = projectedColumn({ name, expr: expr! }, columns);
    const number = result === 'ordered' && NUMBERS.includes(arg.type);
    const type = number ? 'float64' : arg.type;
    return described({ ...arg, type, role: 'feature' }, meta);
  }
  return described({ name, type: result, meaning: meaningOf(result), role: 'feature' }, meta);
}
