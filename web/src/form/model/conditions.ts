/**
 * A condition as rows of column, operator and value, all or any of which must hold. A condition that is more than that
 * has no rows: it is edited as text.
 */
import type { Column } from '#schemas/types.ts';
import type { Expr, Literal, LiteralExpr } from '#nodes/sdk/expressions/types.ts';

export type Join = 'all' | 'any';

export type Operator =
  | 'eq'
  | 'ne'
  | 'gt'
  | 'ge'
  | 'lt'
  | 'le'
  | 'contains'
  | 'starts_with'
  | 'ends_with'
  | 'in'
  | 'missing'
  | 'present';

export type Row = {
  readonly column: string;
  readonly operator: Operator;
  /** One value; several for `in`; none for `missing` and `present`. */
  readonly values: readonly Literal[];
};

export type Rows = { readonly join: Join; readonly rows: readonly Row[] };

const compared = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;
const textual = ['contains', 'starts_with', 'ends_with'] as const;
const ofTwo: ReadonlySet<string> = new Set([...compared, ...textual]);

/** What can be asked of a column of a type. */
export function operatorsOf(type: Column['type'] | undefined): readonly Operator[] {
  switch (type) {
    case 'bool':
      return ['eq', 'missing', 'present'];
    case 'text':
      return ['eq', 'ne', 'in', ...textual, 'missing', 'present'];
    case undefined:
      return [...compared, 'in', ...textual, 'missing', 'present'];
    default:
      return [...compared, 'in', 'missing', 'present'];
  }
}

/** Undefined where the expression is no such list of rows. An empty condition has no row. */
export function rowsOf(expr: Expr | null): Rows | undefined {
  if (expr === null) return { join: 'all', rows: [] };
  const join = expr.kind === 'call' ? joins[expr.fn] : undefined;
  const parts = expr.kind === 'call' && join !== undefined ? expr.args : [expr];
  const rows = parts.map(rowOf);
  return rows.includes(undefined) ? undefined : { join: join ?? 'all', rows: rows as Row[] };
}

const joins: Readonly<Record<string, Join>> = { and: 'all', or: 'any' };

function rowOf(expr: Expr): Row | undefined {
  if (expr.kind !== 'call') return undefined;
  const { fn, args } = expr;
  const first = args[0];
  if (fn === 'not' && args.length === 1 && first?.kind === 'call' && first.fn === 'isnull') {
    return missingRow(first.args, 'present');
  }
  if (fn === 'isnull') return missingRow(args, 'missing');
  if (first?.kind !== 'column') return undefined;
  const rest = args.slice(1);
  if (rest.length === 0 || !rest.every(isLiteral)) return undefined;
  const values = rest.map(({ value }) => value);
  if (fn === 'in') return { column: first.name, operator: 'in', values };
  if (!ofTwo.has(fn) || rest.length !== 1) return undefined;
  return { column: first.name, operator: fn as Operator, values };
}

function missingRow(args: readonly Expr[], operator: 'missing' | 'present'): Row | undefined {
  const [of] = args;
  if (of?.kind !== 'column' || args.length !== 1) return undefined;
  return { column: of.name, operator, values: [] };
}

function isLiteral(expr: Expr): expr is LiteralExpr {
  return expr.kind === 'literal';
}

/** Rows that are not whole yet count for nothing; null where none is left. */
export function exprOf({ join, rows }: Rows, columns: readonly Column[]): Expr | null {
  const types = new Map(columns.map(({ name, type }) => [name, type]));
  const parts = rows.filter(isWhole).map((row) => rowExpr(row, types.get(row.column)));
  if (parts.length === 0) return null;
  if (parts.length === 1) return parts[0]!;
  return { kind: 'call', fn: join === 'all' ? 'and' : 'or', args: parts };
}

export function isWhole({ column, operator, values }: Row): boolean {
  if (column === '') return false;
  if (operator === 'missing' || operator === 'present') return true;
  return values.length > 0 && values.every((value) => value !== null && value !== '');
}

function rowExpr({ column, operator, values }: Row, type: Column['type'] | undefined): Expr {
  const of: Expr = { kind: 'column', name: column };
  const isNull: Expr = { kind: 'call', fn: 'isnull', args: [of] };
  if (operator === 'missing') return isNull;
  if (operator === 'present') return { kind: 'call', fn: 'not', args: [isNull] };
  const given = operator === 'in' ? values : values.slice(0, 1);
  return { kind: 'call', fn: operator, args: [of, ...given.map((value) => literal(value, type))] };
}

/** A date is text with a type of its own. Whole numbers are int64, as formula text reads them. */
function literal(value: Literal, type: Column['type'] | undefined): Expr {
  const isDate = (type === 'date' || type === 'timestamp') && typeof value === 'string';
  return { kind: 'literal', value, type: isDate ? dateType(value) : plainType(value) };
}

const dateType = (value: string): 'date' | 'timestamp' =>
  value.length > 10 ? 'timestamp' : 'date';

function plainType(value: Literal): LiteralExpr['type'] {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'string') return 'text';
  return Number.isSafeInteger(value) ? 'int64' : 'float64';
}
