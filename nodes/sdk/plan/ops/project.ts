/** `project`: the full list of visible columns, each an expression of the input's. */
import type { Column, Meaning, ValueType } from '#schemas/types.ts';
import { columnsOf } from '../../expressions/walk.ts';
import { typeOfExpr } from '../checkExpr.ts';
import { checkNames, columnsByName, findColumn, needColumn } from '../names.ts';
import type { ColumnMeta, Plan, Projection, ProjectPlan } from '../types.ts';
import { freezeProjection } from './projection.ts';
import { passing, union, type Op } from './op.ts';

export const projectOp: Op<ProjectPlan> = {
  ...passing<ProjectPlan>(() => []),
  kind: () => 'row-wise',
  columns: (plan, [columns]) =>
    Object.freeze(plan.columns.map((projection) => projectedColumn(projection, columns!))),
  reads(plan, name) {
    const projection = projectionsByName(plan).get(name);
    return projection
      ? columnsOf(projection.expr).map((column) => ({ input: 0, name: column }))
      : [];
  },
  needs: (plan, wanted) => [
    union(
      ...plan.columns.filter(({ name }) => wanted.has(name)).map(({ expr }) => columnsOf(expr)),
    ),
  ],
  narrow(plan, wanted, [input]) {
    const columns = plan.columns.filter(({ name }) => wanted.has(name));
    const same = columns.length === plan.columns.length;
    if (same && input === plan.input) return plan;
    return Object.freeze({ ...plan, input: input!, columns: Object.freeze(columns) });
  },
};

/** Throws on unknown columns, expressions that do not fit, names that are empty or repeated. */
export function project(
  input: Plan,
  columns: readonly Column[],
  projections: readonly Projection[],
): ProjectPlan {
  checkNames(projections.map(({ name }) => name));
  for (const { expr } of projections) {
    if (expr.kind === 'column') needColumn(columns, expr.name);
    else typeOfExpr(expr, columns);
  }
  const said = projections.map((projection) => freezeProjection(inherited(projection, columns)));
  return Object.freeze({ op: 'project', input, columns: Object.freeze(said) });
}

/**
 * A computed column that takes a column's place is still for the same thing. That is written into the plan, because the
 * column that it replaces may be one that it does not read.
 */
function inherited(projection: Projection, columns: readonly Column[]): Projection {
  const { name, expr, meta } = projection;
  const replaced = columnsByName(columns).get(name);
  if (expr.kind === 'column' || !replaced) return projection;
  const { role, type, meaning } = computedColumn(projection, columns);
  const kept = {
    ...(replaced.role === role ? {} : { role: replaced.role }),
    ...(replaced.type !== type || replaced.meaning === meaning
      ? {}
      : { meaning: replaced.meaning }),
  };
  return Object.keys(kept).length === 0 ? projection : { name, expr, meta: { ...kept, ...meta } };
}

const maps = new WeakMap<ProjectPlan, ReadonlyMap<string, Projection>>();

export function projectionsByName(plan: ProjectPlan): ReadonlyMap<string, Projection> {
  let map = maps.get(plan);
  if (!map) {
    map = new Map(plan.columns.map((projection) => [projection.name, projection]));
    maps.set(plan, map);
  }
  return map;
}

/** The column that a projection makes: a bare reference is the same column, a computed one keeps what still holds. */
export function projectedColumn(
  { name, expr, meta }: Projection,
  columns: readonly Column[],
): Column {
  if (expr.kind === 'column') {
    const from = needColumn(columns, expr.name);
    return from.name === name && !meta ? from : described({ ...from, name }, meta);
  }
  return described(computedColumn({ name, expr }, columns), meta);
}

function computedColumn({ name, expr }: Projection, columns: readonly Column[]): Column {
  const read = columnsOf(expr).flatMap((column) => findColumn(columns, column) ?? []);
  const found = typeOfExpr(expr, columns);
  // An expression that can only be null has to be stored as something.
  const type: ValueType = found === 'null' ? 'text' : found;
  const presence = presenceOf(read);
  const family = read.find((column) => column.presence === 'many')?.of;
  // A value made from somebody's name is still about them, until a person says otherwise.
  const personal = read.find((column) => column.personal !== undefined)?.personal;
  return {
    name,
    type,
    meaning: meaningOf(type, read),
    role: 'feature',
    ...(personal === undefined ? {} : { personal }),
    ...(presence === 'always' ? {} : { presence }),
    ...(presence === 'many' && family !== undefined ? { of: family } : {}),
  };
}

function presenceOf(read: readonly Column[]): 'always' | 'maybe' | 'many' {
  if (read.some(({ presence }) => presence === 'many')) return 'many';
  return read.some(({ presence }) => presence === 'maybe') ? 'maybe' : 'always';
}

/** What a value of the type stands for when nobody said. */
export function meaningOf(type: ValueType, read: readonly Column[] = []): Meaning {
  switch (type) {
    case 'bool':
      return 'category';
    case 'int64':
    case 'float64':
      return 'number';
    case 'date':
    case 'timestamp':
      return 'date';
    case 'text':
      return read.some(({ meaning }) => meaning === 'text') ? 'text' : 'category';
  }
}

export function described(column: Column, meta: ColumnMeta | undefined): Column {
  return Object.freeze(meta ? { ...column, ...meta } : column);
}
