import type { DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluateInDuckDb, openDuckDb } from '../../../../test/support/expressions/duckdb.ts';
import { sharedTypes } from '../../../../test/support/expressions/expressions.ts';
import { call, col, lit } from '../build.ts';
import { takes } from '../check/accept.ts';
import { check } from '../check/check.ts';
import type { FunctionDefinition, Parameter } from '../defineFunction.ts';
import { FUNCTIONS } from '../functions/index.ts';
import { MAX_DEPTH } from '../limits.ts';
import { compile } from '../rows/compile.ts';
import type { Expr, Literal, ValueType } from '../types.ts';
import { sizeOf } from '../walk.ts';
import { toSql } from './toSql.ts';

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await openDuckDb();
});
afterAll(() => {
  connection.closeSync();
});

const COLUMNS = new Map<string, ValueType>([['x', 'float64']]);
const DAY = lit('2024-01-31', 'date');

/** A number as a value of another type, and back, with little depth of its own. */
const FROM_NUMBER: { readonly [type in ValueType]: (value: Expr) => Expr } = {
  bool: (value) => call('gt', value, 0),
  int64: (value) => value,
  float64: (value) => value,
  text: (value) => call('to_text', value),
  date: (value) => call('add_days', DAY, value),
  timestamp: (value) => call('add_days', lit('2024-01-31T00:00:00', 'timestamp'), value),
};
const TO_NUMBER: { readonly [type in ValueType]: (value: Expr) => Expr } = {
  bool: (value) => call('to_number', value),
  int64: (value) => value,
  float64: (value) => value,
  text: (value) => call('length', value),
  date: (value) => call('year', value),
  timestamp: (value) => call('year', value),
};

/** The example's call with a number, converted, in place of one argument; then converted back to a number. */
function wrap(definition: FunctionDefinition, index: number, inner: Expr): Expr {
  const { name } = definition;
  // The type is asked of a shallow call: one that is too deep has none.
  const type = check(call(name, ...argumentsOf(definition, index, col('x'))), COLUMNS).type;
  return TO_NUMBER[type as ValueType](call(name, ...argumentsOf(definition, index, inner)));
}

function argumentsOf(
  definition: FunctionDefinition,
  index: number,
  inner: Expr,
): (Expr | Literal)[] {
  const { signature, examples } = definition;
  // The example leaves out what may be left out.
  const given = signature.parameters.slice(0, Math.max(index + 1, examples[0]!.args.length));
  return given.map((other, at) => {
    if (at === index) return FROM_NUMBER[typeFor(definition, other)](inner);
    if (other.literal === true) return examples[0]!.args[at]!;
    return FROM_NUMBER[typeFor(definition, other)](lit(1));
  });
}

function typeFor(definition: FunctionDefinition, parameter: Parameter): ValueType {
  const types = parameter.kind === 'same' ? sharedTypes(definition) : takes(parameter);
  return types?.[0] ?? 'float64';
}

const nestings = FUNCTIONS.flatMap((definition) =>
  definition.signature.parameters.flatMap((parameter, index) =>
    parameter.literal === true
      ? []
      : [[`${definition.name} in its argument ${index + 1}`, definition, index] as const],
  ),
);

describe('as deep as an expression may be, DuckDB still takes it', () => {
  it.each(nestings)('%s', async (_, definition, index) => {
    let expr: Expr = col('x');
    for (;;) {
      const next = wrap(definition, index, expr);
      if (sizeOf(next).depth > MAX_DEPTH || check(next, COLUMNS).problems.length > 0) break;
      expr = next;
    }
    expect(sizeOf(expr).depth).toBeGreaterThan(MAX_DEPTH - 5);
    const sql = toSql(expr, { columns: COLUMNS });
    const [bulk] = await evaluateInDuckDb(connection, expr, { types: COLUMNS, rows: [[1.5]] });
    const single = compile(expr, new Map([['x', 0]]), COLUMNS)([1.5]);
    if (definition.approximate !== true) expect(single).toEqual(bulk);
    // Linear: a text that is repeated at each level would be 2^64 times as long.
    expect(sql.length).toBeLessThan(MAX_DEPTH * 500);
  });
});
