/** Reads a table's rows as what an estimator takes: a matrix without missing values, targets, weights. */
import { EsteiraError } from '#schemas/errors.ts';
import type { Matrix } from '#nodes/lib/matrix.ts';
import type { TrainingData } from '#nodes/lib/estimators/types.ts';
import type { TablesPort } from '../context.ts';
import { call, col } from '../expressions/build.ts';
import type { Table } from '../plan/table.ts';
import { classesOf, labelsOf, type LearningTask } from './task.ts';

export interface ReadData {
  readonly data: TrainingData;
  /** `$row` of each row of `data`. */
  readonly ids: Float64Array;
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

function refuseMissing(x: Matrix, names: readonly string[]): void {
  const missing = firstMissing(x);
  if (!missing) return;
  throw new EsteiraError('feature-missing-values', {
    column: names[missing.column]!,
    count: missing.count,
  });
}

/**
 * Rows of `table` whose target is present. `classes` fixes the order of classes (rows of other classes are left
 * out); without it they are found in these rows.
 */
export async function readLearningData(
  table: Table,
  task: LearningTask,
  tables: TablesPort,
  classes?: readonly string[],
): Promise<ReadData> {
  const names = task.features.map((column) => column.name);
  const known = table.filter(call('not', call('isnull', col(task.target.name))));
  const { x, ids } = await tables.matrix(known, names);
  refuseMissing(x, names);
  const wanted = [task.target.name, ...(task.weight ? [task.weight.name] : [])];
  const { columns } = await tables.columns(known, wanted);
  const weights = task.weight ? (columns.get(task.weight.name) as Float64Array) : undefined;
  const raw = columns.get(task.target.name)!;
  const base = { featureNames: names, ...(weights ? { weights } : {}) };
  if (task.task === 'regression') {
    return { ids, data: { ...base, x, y: Float64Array.from(raw as Float64Array), classes: null } };
  }
  const labels = labelsOf(raw, task.target.type);
  const order = classes ?? classesOf(labels);
  const index = new Map(order.map((label, at) => [label, at]));
  const y = Float64Array.from(labels, (label) => index.get(label!) ?? -1);
  const data: TrainingData = { ...base, x, y, classes: [...order] };
  return y.includes(-1) ? onlyKnownClasses(data, ids) : { ids, data };
}

/** Validation rows of a class that no training row has cannot be learned from: they are left out. */
function onlyKnownClasses(data: TrainingData, ids: Float64Array): ReadData {
  const keep = [...data.y.keys()].filter((row) => data.y[row]! >= 0);
  const width = data.x.columns;
  const x = new Float32Array(keep.length * width);
  keep.forEach((row, at) => x.set(data.x.data.subarray(row * width, (row + 1) * width), at * width));
  const pick = (from: Float64Array): Float64Array => Float64Array.from(keep, (row) => from[row]!);
  return {
    ids: pick(ids),
    data: {
      ...data,
      x: { rows: keep.length, columns: width, data: x },
      y: pick(data.y),
      ...(data.weights ? { weights: pick(data.weights) } : {}),
    },
  };
}
