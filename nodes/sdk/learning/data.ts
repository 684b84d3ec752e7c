/** Reads a table's rows as what an estimator takes: a matrix without missing values, targets, weights. */
import { EsteiraError } from '#schemas/errors.ts';
import { selectRows, type Matrix } from '#nodes/lib/matrix.ts';
import type { TrainingData } from '#nodes/lib/estimators/types.ts';
import type { TablesPort } from '../context.ts';
import { call, col } from '../expressions/build.ts';
import type { Table } from '../plan/table.ts';
import type { Learner } from './learner.ts';
import { classesOf, labelsOf, type LearningTask } from './task.ts';

/** Rows whose target is known, ready to learn from or to be judged by. */
export interface LearningRows {
  readonly x: Matrix;
  /** `$row` of each row. */
  readonly ids: Float64Array;
  /** The target: labels in a classification, numbers in a regression. */
  readonly target:
    | { readonly kind: 'labels'; readonly values: readonly string[] }
    | { readonly kind: 'numbers'; readonly values: Float64Array };
  readonly weights: Float64Array | undefined;
  readonly featureNames: readonly string[];
}

/** The first column of the matrix with missing values, and how many. */
function firstMissing(x: Matrix): { column: number; count: number } | undefined {
  for (let column = 0; column < x.columns; column++) {
    let count = 0;
    for (let at = column; at < x.data.length; at += x.columns) {
      if (Number.isNaN(x.data[at]!)) count++;
    }
    if (count > 0) return { column, count };
  }
  return undefined;
}

/**
 * Throws `feature-missing-values` where a feature has any and the learner takes none, `weights-wrong` where a weight is
 * none. Rows without a target are left out.
 */
export async function readLearningRows(
  table: Table,
  task: LearningTask,
  tables: TablesPort,
  { takesMissing = false }: Pick<Learner, 'takesMissing'>,
): Promise<LearningRows> {
  const featureNames = task.features.map((column) => column.name);
  const known = table.filter(call('not', call('isnull', col(task.target.name))));
  const { x, ids } = await tables.matrix(known, featureNames);
  const missing = takesMissing ? undefined : firstMissing(x);
  if (missing) {
    const column = featureNames[missing.column]!;
    throw new EsteiraError('feature-missing-values', { column, count: missing.count });
  }
  const wanted = [task.target.name, ...(task.weight ? [task.weight.name] : [])];
  const { columns } = await tables.columns(known, wanted);
  const raw = columns.get(task.target.name)!;
  const weights = task.weight && (columns.get(task.weight.name) as Float64Array);
  if (weights) refuseWeights(weights, task.weight.name);
  return {
    x,
    ids,
    target:
      task.task === 'classification'
        ? { kind: 'labels', values: labelsOf(raw, task.target.type) as string[] }
        : { kind: 'numbers', values: raw as Float64Array },
    weights,
    featureNames,
  };
}

function refuseWeights(weights: Float64Array, column: string): void {
  const count = weights.filter((weight) => !(weight >= 0 && weight < Infinity)).length;
  const isZero = weights.length > 0 && weights.every((weight) => weight === 0);
  if (count > 0 || isZero) throw new EsteiraError('weights-wrong', { column, count });
}

/**
 * As an estimator takes them. `classes` fixes the classes and their order (rows of other classes cannot be learned
 * from and are left out); without it they are the ones of these rows.
 */
export function trainingData(rows: LearningRows, classes?: readonly string[]): TrainingData {
  const { x, target, featureNames, weights } = rows;
  const base = { featureNames, ...(weights ? { weights } : {}) };
  if (target.kind === 'numbers') return { ...base, x, y: target.values, classes: null };
  const order = classes ?? classesOf(target.values);
  const index = new Map(order.map((label, at) => [label, at]));
  const y = Float64Array.from(target.values, (label) => index.get(label) ?? -1);
  if (!y.includes(-1)) return { ...base, x, y, classes: order };
  const keep = [...y.keys()].filter((row) => y[row]! >= 0);
  const pick = (from: Float64Array): Float64Array => Float64Array.from(keep, (row) => from[row]!);
  return {
    featureNames,
    ...(weights ? { weights: pick(weights) } : {}),
    x: selectRows(x, keep),
    y: pick(y),
    classes: order,
  };
}
