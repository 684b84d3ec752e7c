import type { Kind, Parameter } from '../defineFunction.ts';
import type { ExprType, ValueType } from '../types.ts';

/** The form in which an argument reaches its function: a type, or text made of any type. */
export type Want = ExprType | 'count' | 'position' | 'offset' | 'textual';

const NUMBERS: readonly ValueType[] = ['int64', 'float64'];
const MOMENTS: readonly ValueType[] = ['date', 'timestamp'];

/** Types that a kind takes; null means all. A value that can only be null is taken everywhere. */
const TAKES: { readonly [kind in Kind]: readonly ValueType[] | null } = {
  bool: ['bool'],
  number: NUMBERS,
  count: NUMBERS,
  position: NUMBERS,
  offset: NUMBERS,
  text: ['text'],
  textual: null,
  date: MOMENTS,
  timestamp: MOMENTS,
  any: null,
  same: null,
};

/** Types that the parameter takes, for checks and for messages; null means all. */
export function takes(parameter: Parameter): readonly ValueType[] | null {
  return parameter.of ?? TAKES[parameter.kind];
}

/** The form asked for; `shared` is the type that the `same` arguments have in common. */
export function wanted(parameter: Parameter, type: ExprType, shared: ExprType): Want {
  switch (parameter.kind) {
    case 'number':
      return 'float64';
    case 'any':
      return type;
    case 'same':
      return shared;
    default:
      return parameter.kind;
  }
}

/** The type that both convert to without loss, or undefined. */
export function unify(a: ExprType, b: ExprType): ExprType | undefined {
  if (a === b || b === 'null') return a;
  if (a === 'null') return b;
  if (isOneOf(a, b, NUMBERS)) return 'float64';
  if (isOneOf(a, b, MOMENTS)) return 'timestamp';
  return undefined;
}

function isOneOf(a: ValueType, b: ValueType, types: readonly ValueType[]): boolean {
  return types.includes(a) && types.includes(b);
}

/** The type that a function sees for an argument of the form. */
export function typeOfWant(want: Want): ExprType {
  if (want === 'textual') return 'text';
  if (want === 'count' || want === 'position' || want === 'offset') return 'int64';
  return want;
}
