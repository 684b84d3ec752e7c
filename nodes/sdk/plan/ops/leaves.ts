/** Plans without inputs: a snapshot, the caller's rows, rows written out. */
import type { Column } from '#schemas/types.ts';
import { EsteiraError } from '#schemas/errors.ts';
import { literalFits } from '../../expressions/literal.ts';
import type { Literal } from '../../expressions/types.ts';
import { checkNames } from '../names.ts';
import type { InputPlan, Plan, SourcePlan, StepKind, ValuesPlan } from '../types.ts';
import type { ColumnRef, Op } from './op.ts';

/** Leaves have nothing below them and are narrowed by their list of columns. */
const leaf = {
  inputs: (): readonly Plan[] => [],
  withInputs: <P>(plan: P): P => plan,
  kind: (): StepKind => 'opaque',
  reads: (): readonly ColumnRef[] => [],
  needs: (): readonly ReadonlySet<string>[] => [],
};

export const sourceOp: Op<SourcePlan> = {
  ...leaf,
  columns: (plan) => plan.columns,
  traits: ({ ownRow, rows, rowLimit, partition, ownOrder }) => ({
    ...(partition ? { partition } : {}),
    order: ownOrder ?? false,
    rowLimit: rowLimit ?? (ownRow ? null : rows),
  }),
  narrow: (plan, wanted) => withColumns(plan, kept(plan.columns, wanted)),
};

export const inputOp: Op<InputPlan> = {
  ...leaf,
  columns: (plan) => plan.columns,
  traits: ({ partition }) => ({
    ...(partition ? { partition } : {}),
    order: false,
    rowLimit: null,
  }),
  narrow: (plan, wanted) => withColumns(plan, kept(plan.columns, wanted)),
};

export const valuesOp: Op<ValuesPlan> = {
  ...leaf,
  columns: (plan) => plan.columns,
  traits: (plan) => ({ order: false, rowLimit: plan.rows.length }),
  narrow(plan, wanted) {
    const columns = kept(plan.columns, wanted);
    if (columns.length === plan.columns.length) return plan;
    const at = columns.map((column) => plan.columns.indexOf(column));
    const rows = plan.rows.map((row) => Object.freeze(at.map((index) => row[index]!)));
    return Object.freeze({ ...plan, columns, rows: Object.freeze(rows) });
  },
};

function kept(columns: readonly Column[], wanted: ReadonlySet<string>): readonly Column[] {
  return columns.filter(({ name }) => wanted.has(name));
}

function withColumns<P extends SourcePlan | InputPlan>(plan: P, columns: readonly Column[]): P {
  if (columns.length === plan.columns.length) return plan;
  const changed: P = { ...plan, columns: Object.freeze(columns) };
  return Object.freeze<P>(changed);
}

/** Throws on names that are empty or equal ignoring case. */
export function source(plan: Omit<SourcePlan, 'op'>): SourcePlan {
  checkNames(plan.columns.map(({ name }) => name));
  return Object.freeze({ op: 'source', ...plan, columns: frozen(plan.columns) });
}

export function input(columns: readonly Column[], partition?: InputPlan['partition']): InputPlan {
  checkNames(columns.map(({ name }) => name));
  const split = partition ? { partition } : {};
  return Object.freeze({ op: 'input', columns: frozen(columns), ...split });
}

/** Rows as arrays in the order of the columns. Throws `value-not-convertible` on a value of another type. */
export function values(
  columns: readonly Column[],
  rows: readonly (readonly Literal[])[],
): ValuesPlan {
  checkNames(columns.map(({ name }) => name));
  for (const [index, row] of rows.entries()) checkRow(columns, row, index + 1);
  const copies = rows.map((row) => Object.freeze(row.map((value) => (value === 0 ? 0 : value))));
  return Object.freeze({ op: 'values', columns: frozen(columns), rows: Object.freeze(copies) });
}

function checkRow(columns: readonly Column[], row: readonly Literal[], number: number): void {
  if (row.length !== columns.length) {
    throw new RangeError(`row ${number} has ${row.length} values for ${columns.length} columns`);
  }
  for (const [at, { name, type }] of columns.entries()) {
    const value = row[at]!;
    if (literalFits(value, type)) continue;
    const shown = typeof value === 'string' ? value.toWellFormed() : String(value);
    const place = { column: name, row: number };
    throw new EsteiraError('value-not-convertible', { ...place, value: shown, expected: type });
  }
}

function frozen(columns: readonly Column[]): readonly Column[] {
  return Object.freeze(columns.map((column) => Object.freeze({ ...column })));
}
