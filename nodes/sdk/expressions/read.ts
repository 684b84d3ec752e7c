/**
 * Reads an expression from foreign JSON: shape, sizes and names are checked, anything else is refused, and the result
 * is a frozen copy. Functions and columns are not looked up here: see check.ts.
 */
import { literalFits } from './literal.ts';
import { MAX_DEPTH, MAX_LOOKUP_ROWS, MAX_NAME, MAX_NODES } from './limits.ts';
import { col, lit, lookup } from './build.ts';
import type { Expr, Literal, Problem, ValueType } from './types.ts';

const TYPES: readonly string[] = ['bool', 'int64', 'float64', 'text', 'date', 'timestamp'];

export type Reading = { readonly expr: Expr } | { readonly problem: Problem };

export function readExpression(json: unknown): Reading {
  const reader: Reader = { nodes: 0, path: [] };
  const expr = readNode(json, reader);
  return expr ?? { problem: { code: 'expression-malformed', path: [...reader.path], params: {} } };
}

interface Reader {
  nodes: number;
  /** Where the reader is, and stays when it gives up. */
  readonly path: number[];
}

/** Null means that the shape is wrong. */
function readNode(json: unknown, reader: Reader): Reading | null {
  reader.nodes += 1;
  if (reader.nodes > MAX_NODES) return tooLarge('expression-too-large', MAX_NODES, reader);
  if (reader.path.length >= MAX_DEPTH) return tooLarge('expression-too-deep', MAX_DEPTH, reader);
  const fields = fieldsOf(json);
  switch (fields?.get('kind')) {
    case 'literal':
      return readLiteral(fields);
    case 'column':
      return readColumn(fields);
    case 'call':
      return readCall(fields, reader);
    case 'lookup':
      return readLookup(fields, reader);
    default:
      return null;
  }
}

function tooLarge(code: Problem['code'], limit: number, reader: Reader): Reading {
  return { problem: { code, path: [...reader.path], params: { limit } } };
}

/** Own fields by name in a Map, so that a name such as `__proto__` is only a name. */
function fieldsOf(json: unknown): Map<string, unknown> | null {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
  return new Map<string, unknown>(Object.entries(json));
}

function has(fields: ReadonlyMap<string, unknown>, ...names: readonly string[]): boolean {
  return fields.size === names.length + 1 && names.every((name) => fields.has(name));
}

function readLiteral(fields: ReadonlyMap<string, unknown>): Reading | null {
  const value = fields.get('value');
  const type = fields.get('type');
  if (!has(fields, 'value', 'type') || !isLiteral(value)) return null;
  if (value === null) return type === 'null' ? { expr: lit(null) } : null;
  if (!isType(type) || !literalFits(value, type)) return null;
  return { expr: lit(value, type) };
}

function readColumn(fields: ReadonlyMap<string, unknown>): Reading | null {
  const column = fields.get('name');
  if (!has(fields, 'name') || !isName(column)) return null;
  return { expr: col(column) };
}

function readCall(fields: ReadonlyMap<string, unknown>, reader: Reader): Reading | null {
  const fn = fields.get('fn');
  const list = fields.get('args');
  if (!has(fields, 'fn', 'args') || !isName(fn) || !Array.isArray(list)) return null;
  const args: Expr[] = [];
  for (const [index, item] of (list as readonly unknown[]).entries()) {
    reader.path.push(index);
    const arg = readNode(item, reader);
    if (arg === null || 'problem' in arg) return arg;
    reader.path.pop();
    args.push(arg.expr);
  }
  return { expr: Object.freeze({ kind: 'call', fn, args: Object.freeze(args) }) };
}

function readLookup(fields: ReadonlyMap<string, unknown>, reader: Reader): Reading | null {
  const keys = fields.get('keys');
  const values = fields.get('values');
  const otherwise = fields.get('otherwise');
  const type = fields.get('type');
  if (!has(fields, 'of', 'keys', 'values', 'otherwise', 'type') || !isType(type)) return null;
  if (!isLiterals(keys) || !isLiterals(values) || !isLiteral(otherwise)) return null;
  if (keys.length > MAX_LOOKUP_ROWS) {
    return tooLarge('expression-lookup-too-large', MAX_LOOKUP_ROWS, reader);
  }
  if (keys.length !== values.length || new Set(keys).size !== keys.length) return null;
  if (![otherwise, ...values].every((value) => literalFits(value, type))) return null;
  reader.path.push(0);
  const of = readNode(fields.get('of'), reader);
  if (of === null || 'problem' in of) return of;
  reader.path.pop();
  const table = keys.map((key, index): [Literal, Literal] => [key, values[index]!]);
  return { expr: lookup(of.expr, table, type, otherwise) };
}

function isType(value: unknown): value is ValueType {
  return typeof value === 'string' && TYPES.includes(value);
}

function isLiteral(value: unknown): value is Literal {
  if (typeof value === 'string') return value.isWellFormed();
  return value === null || typeof value === 'boolean' || Number.isFinite(value);
}

function isLiterals(value: unknown): value is readonly Literal[] {
  return Array.isArray(value) && value.every(isLiteral);
}

function isName(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length > 0 &&
    value.length <= MAX_NAME &&
    value.isWellFormed()
  );
}
