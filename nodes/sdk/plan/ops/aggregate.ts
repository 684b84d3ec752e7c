/** `aggregate`: one row a group. */
import type { Column } from '#schemas/types.ts';
import { columnsOf } from '../../expressions/walk.ts';
import { typeOfExpr } from '../checkExpr.ts';
import { checkNames, needColumn } from '../names.ts';
import type { AggregatePlan, Expr, Measure, Plan, Projection } from '../types.ts';
import { checkMeasure, measuredColumn } from './measures.ts';
import { passing, union, type Op } from './op.ts';
import { projectedColumn } from './project.ts';
import { freezeExpr, freezeProjection } from './projection.ts';

export const aggregateOp: Op<AggregatePlan> = {
  ...passing<AggregatePlan>(() => []),
  kind: () => 'mixing',
  columns: ({ keys, measures }, [columns]) =>
    Object.freeze([
      ...keys.map((key) => projectedColumn(key, columns!)),
      ...measures.map((measure) => measuredColumn(measure, columns!)),
    ]),
  traits: ({ keys }, [traits]) => ({
    order: false,
    rowLimit: keys.length > 0 ? traits!.rowLimit : 1,
  }),
  reads: (plan, name) =>
    exprsOf(plan, new Set([name]))
      .flatMap(columnsOf)
      .map((column) => ({ input: 0, name: column })),
  needs: (plan, wanted) => [
    union(...plan.keys.map(({ expr }) => columnsOf(expr)), ...exprsOf(plan, wanted).map(columnsOf)),
  ],
  narrow(plan, wanted, [input]) {
    const measures = plan.measures.filter(({ name }) => wanted.has(name));
    if (measures.length === plan.measures.length && input === plan.input) return plan;
    return Object.freeze({ ...plan, input: input!, measures: Object.freeze(measures) });
  },
};

function exprsOf({ keys, measures }: AggregatePlan, wanted: ReadonlySet<string>): readonly Expr[] {
  return [
    ...keys.filter(({ name }) => wanted.has(name)).map(({ expr }) => expr),
    ...measures.filter(({ name }) => wanted.has(name)).flatMap(({ args }) => args),
  ];
}

/** Throws on unknown columns, types that an aggregate does not take, names that are empty or repeated. */
export function aggregate(
  input: Plan,
  columns: readonly Column[],
  keys: readonly Projection[],
  measures: readonly Measure[],
): AggregatePlan {
  checkNames([...keys, ...measures].map(({ name }) => name));
  for (const { expr } of keys) {
    if (expr.kind === 'column') needColumn(columns, expr.name);
    else typeOfExpr(expr, columns);
  }
  for (const measure of measures) checkMeasure(measure, columns);
  return Object.freeze({
    op: 'aggregate',
    input,
    keys: Object.freeze(keys.map(freezeProjection)),
    measures: Object.freeze(measures.map(freezeMeasure)),
  });
}

function freezeMeasure({ name, fn, args, q, meta }: Measure): Measure {
  return Object.freeze({
    name,
    fn,
    args: Object.freeze(args.map(freezeExpr)),
    ...(q === undefined ? {} : { q }),
    ...(meta ? { meta: Object.freeze({ ...meta }) } : {}),
  });
}
