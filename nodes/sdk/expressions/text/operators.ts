/** Infix operators and how strongly they bind, for reading and for writing. */
export interface Operator {
  /** The sign, or the word of the language that stands for it. */
  readonly sign: string;
  readonly fn: string;
  readonly level: number;
  /** `a + b + c` is one call of three arguments. */
  readonly chained: boolean;
}

export const LEVEL = {
  or: 1,
  and: 2,
  comparison: 3,
  concat: 4,
  sum: 5,
  product: 6,
  negation: 7,
  power: 8,
  operand: 9,
} as const;

const SIGNS: readonly Operator[] = [
  { sign: '=', fn: 'eq', level: LEVEL.comparison, chained: false },
  { sign: '<>', fn: 'ne', level: LEVEL.comparison, chained: false },
  { sign: '<', fn: 'lt', level: LEVEL.comparison, chained: false },
  { sign: '<=', fn: 'le', level: LEVEL.comparison, chained: false },
  { sign: '>', fn: 'gt', level: LEVEL.comparison, chained: false },
  { sign: '>=', fn: 'ge', level: LEVEL.comparison, chained: false },
  { sign: '&', fn: 'concat', level: LEVEL.concat, chained: true },
  { sign: '+', fn: 'add', level: LEVEL.sum, chained: true },
  { sign: '-', fn: 'sub', level: LEVEL.sum, chained: false },
  { sign: '*', fn: 'mul', level: LEVEL.product, chained: true },
  { sign: '/', fn: 'div', level: LEVEL.product, chained: false },
  { sign: '%', fn: 'mod', level: LEVEL.product, chained: false },
  // From right to left, and stronger than a minus before it: -x ^ 2 is -(x ^ 2), as in mathematics.
  { sign: '^', fn: 'pow', level: LEVEL.power, chained: false },
];

const WORDS: readonly (Operator & { readonly sign: 'and' | 'or' })[] = [
  { sign: 'or', fn: 'or', level: LEVEL.or, chained: true },
  { sign: 'and', fn: 'and', level: LEVEL.and, chained: true },
];

export const BY_SIGN: ReadonlyMap<string, Operator> = new Map(
  SIGNS.map((item) => [item.sign, item]),
);

export const BY_KEYWORD: ReadonlyMap<string, Operator> = new Map(
  WORDS.map((item) => [item.sign, item]),
);

export const BY_FUNCTION: ReadonlyMap<string, Operator> = new Map(
  [...SIGNS, ...WORDS].map((item) => [item.fn, item]),
);
