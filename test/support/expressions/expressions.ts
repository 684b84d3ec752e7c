import fc from 'fast-check';
import { call, col, lit, lookup } from '#nodes/sdk/expressions/build.ts';
import type { FunctionDefinition, Parameter } from '#nodes/sdk/expressions/defineFunction.ts';
import type { ParameterName } from '#nodes/sdk/expressions/parameterNames.ts';
import { takes } from '#nodes/sdk/expressions/check/accept.ts';
import { isoDate, isoTimestamp } from '#nodes/sdk/expressions/values/isoText.ts';
import { UNITS } from '#nodes/sdk/expressions/values/dateUnits.ts';
import type { Expr, Literal, LiteralExpr, ValueType } from '#nodes/sdk/expressions/types.ts';
import { presentCells } from './values.ts';

export const TYPES: readonly ValueType[] = [
  'bool',
  'int64',
  'float64',
  'text',
  'date',
  'timestamp',
];

/** Two columns of each type, with names that need care somewhere. */
export const COLUMNS: ReadonlyMap<string, ValueType> = new Map<string, ValueType>([
  ['b1', 'bool'],
  ['E', 'bool'],
  ['i1', 'int64'],
  ['select', 'int64'],
  ['f1', 'float64'],
  ['preço "médio"', 'float64'],
  ['t1', 'text'],
  ['a]b', 'text'],
  ['d1', 'date'],
  ['__proto__', 'date'],
  ['m1', 'timestamp'],
  ['😀 não', 'timestamp'],
]);

const NUMBER_LITERALS = fc.oneof(
  fc.integer({ min: -20, max: 20 }),
  fc.integer({ min: -999, max: 999 }).map((n) => n / 8),
);

/** Values of the arguments that must be constants. */
const LITERALS: { readonly [name in ParameterName]?: fc.Arbitrary<Literal> } = {
  digits: fc.integer({ min: 0, max: 15 }),
  lowest: NUMBER_LITERALS,
  highest: NUMBER_LITERALS,
  group: fc.integer({ min: 0, max: 2 }),
  length: fc.integer({ min: 0, max: 12 }),
  fill: fc.constantFrom('0', 'ab', '😀', ' '),
  separator: fc.constantFrom(',', '/', ' ', 'a', 'ab', '😀', "'"),
  seed: fc.integer(),
  unit: fc.constantFrom(...UNITS),
  decimalSign: fc.constantFrom('.', ','),
  format: fc.constantFrom(
    'dd/mm/yyyy',
    'yyyy-mm-dd',
    'aaaa/mm/dd',
    'dd.mm.yy',
    'ddmmyyyy',
    'yyyymmdd',
    'mm/dd/yyyy',
    'dd/mm/yyyy hh:mm',
    'yyyy-mm-ddThh:mm:ss',
    'yyyymmddhhmmss',
  ),
  pattern: fc.constantFrom(
    'a',
    '',
    'a*',
    'a*?',
    '^',
    '$',
    '\\b',
    '[0-9]+',
    '(\\d)(\\d)?',
    '\\w+',
    '(?i)AB',
    '.',
    '(?s).',
    '[^a]',
    '\\s+$',
    'é|a',
    '(a|b)+',
    'x{2,3}',
    '\\pL+',
    '^\\s*(.*?)\\s*$',
  ),
  replacement: fc.constantFrom('', '-', '\\0\\0', '<\\1>', '$1', '\\\\', '😀'),
};

/** A constant as the tree holds it. */
export function literals(type: ValueType): fc.Arbitrary<LiteralExpr> {
  return presentCells(type)
    .filter((cell) => typeof cell !== 'number' || Number.isFinite(cell))
    .map((cell) => {
      if (type === 'date') return lit(isoDate(cell as number), type);
      if (type === 'timestamp') return lit(isoTimestamp(cell as number), type);
      return lit(cell, type);
    });
}

export function literalFor(parameter: Parameter): fc.Arbitrary<Expr> {
  const values = LITERALS[parameter.name];
  if (values === undefined) throw new Error(`no constants for the parameter ${parameter.name}`);
  return values.map((value) => lit(value));
}

/** How `expressionOf` makes the parts that are not calls. */
type Leaf = (type: ValueType) => fc.Arbitrary<Expr>;

export const leaves: Leaf = (type) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...namesOf(type)).map((column): Expr => col(column)) },
    { weight: 1, arbitrary: literals(type) },
    { weight: 1, arbitrary: fc.constant<Expr>(lit(null)) },
  );

export const columnLeaves: Leaf = (type) =>
  fc.constantFrom(...namesOf(type)).map((column): Expr => col(column));

function namesOf(type: ValueType): string[] {
  return [...COLUMNS].filter(([, of]) => of === type).map(([column]) => column);
}

/** A draw from an arbitrary inside a property (fc.gen). */
type Draw = <T>(arbitrary: fc.Arbitrary<T>) => T;

/** Calls of one function; the other arguments are made by `part`. `result` says which type a `same` result has. */
export function drawCall(
  definition: FunctionDefinition,
  draw: Draw,
  part: (type: ValueType) => Expr,
  result?: ValueType,
): Expr {
  const { parameters, variadic, optional = 0 } = definition.signature;
  const shared = result ?? draw(fc.constantFrom(...sharedTypes(definition)));
  const given = parameters.slice(
    0,
    parameters.length - draw(fc.integer({ min: 0, max: optional })),
  );
  const extra = variadic === true ? draw(fc.integer({ min: 0, max: 2 })) : 0;
  const all = [...given, ...Array.from({ length: extra }, () => parameters.at(-1)!)];
  const args = all.map((parameter) => {
    if (parameter.literal === true) return draw(literalFor(parameter));
    return part(draw(fc.constantFrom(...typesFor(parameter, shared))));
  });
  return call(definition.name, ...args);
}

/** Types that the `same` arguments of a function may share. */
export function sharedTypes({ signature }: FunctionDefinition): readonly ValueType[] {
  const same = signature.parameters.find(({ kind }) => kind === 'same');
  return same?.of ?? TYPES;
}

function typesFor(parameter: Parameter, shared: ValueType): readonly ValueType[] {
  if (parameter.kind !== 'same') return takes(parameter) ?? TYPES;
  if (shared === 'float64') return ['float64', 'int64'];
  return shared === 'timestamp' ? ['timestamp', 'date'] : [shared];
}

/** A random expression of a type, at most `depth` calls deep. */
export function drawExpression(
  functions: readonly FunctionDefinition[],
  type: ValueType,
  depth: number,
  draw: Draw,
): Expr {
  if (depth === 0 || draw(fc.integer({ min: 0, max: 5 })) === 0) return draw(leaves(type));
  const part = (wanted: ValueType) => drawExpression(functions, wanted, depth - 1, draw);
  if (draw(fc.integer({ min: 0, max: 9 })) === 0) return drawLookup(type, draw, part);
  const fitting = functions.filter(
    (definition) =>
      definition.signature.result === type ||
      (definition.signature.result === 'same' && sharedTypes(definition).includes(type)),
  );
  return drawCall(draw(fc.constantFrom(...fitting)), draw, part, type);
}

export function drawLookup(type: ValueType, draw: Draw, part: (type: ValueType) => Expr): Expr {
  const keyType = draw(fc.constantFrom(...TYPES));
  const keys = draw(
    fc.uniqueArray(fc.oneof(literals(keyType), fc.constant(lit(null))), {
      maxLength: draw(fc.constantFrom(3, 40)),
      selector: ({ value }) => value,
      comparator: 'SameValueZero',
    }),
  );
  const value = fc.oneof(literals(type), fc.constant(lit(null)));
  const table = keys.map((key): [Literal, Literal] => [key.value, draw(value).value]);
  return lookup(part(keyType), table, type, draw(value).value);
}
