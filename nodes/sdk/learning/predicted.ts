/** Reads a table with predictions for the metrics nodes: the rows that may be judged, and what was answered. */
import { EsteiraError } from '#schemas/errors.ts';
import { mean } from '#nodes/lib/statistics/moments.ts';
import type { TablesPort } from '../context.ts';
import { call, col } from '../expressions/build.ts';
import type { Table } from '../plan/table.ts';
import type { Note } from '../values.ts';
import type { ClassPredictions, NumberPredictions } from './evaluate.ts';
import { labelsOf, targetOf, type Task } from './task.ts';

export interface Judged<P> {
  readonly predictions: P;
  readonly notes: readonly Note[];
}

const isKnown = (name: string) => call('not', call('isnull', col(name)));

/**
 * The test rows, or all rows of a table that was never split (said as a warning: rows that were learned from make any
 * model look good). Rows without a target or without an answer are left out and counted.
 */
async function judgedRows(
  table: Table,
  prediction: string,
  tables: TablesPort,
): Promise<{ rows: Table; notes: Note[] }> {
  const target = targetOf(table).name;
  const notes: Note[] = [];
  const split = table.schema.partition?.kind === 'holdout';
  if (!split) notes.push({ code: 'measured-on-all-rows', level: 'warning' });
  const test = split ? table.part(['test']) : table;
  const rows = test.filter(call('and', isKnown(target), isKnown(prediction)));
  const [all, left] = await Promise.all([tables.count(test), tables.count(rows)]);
  if (all === 0) throw new EsteiraError('test-rows-none', {});
  if (left < all) {
    notes.push({ code: 'rows-not-judged', level: 'warning', params: { count: all - left } });
  }
  return { rows, notes };
}

const differs = (expected: Task, found: Task) =>
  new EsteiraError('model-task-differs', { expected, found });

function predictionOf(table: Table): string {
  const column = table.columns.find((each) => each.role === 'prediction');
  if (!column) throw new EsteiraError('predictions-missing', {});
  return column.name;
}

/** What of a table answers by classes. Throws where nothing does, and tells so before any run. */
export function classAnswers(table: Table) {
  const prediction = predictionOf(table);
  const outputs = table.columns.filter((column) => column.role === 'probability');
  if (outputs.length === 0) throw differs('classification', 'regression');
  return { target: targetOf(table), prediction, outputs };
}

/** What of a table answers by numbers. Throws where nothing does, and tells so before any run. */
export function numberAnswers(table: Table) {
  const prediction = predictionOf(table);
  const isNumber = (name: string) => ['int64', 'float64'].includes(table.column(name)!.type);
  if (!isNumber(prediction)) throw differs('regression', 'classification');
  const target = targetOf(table);
  if (!isNumber(target.name)) {
    throw new EsteiraError('learner-needs-number', { target: target.name });
  }
  return { target, prediction };
}

export async function readClassPredictions(
  table: Table,
  tables: TablesPort,
): Promise<Judged<ClassPredictions>> {
  const { target, prediction, outputs } = classAnswers(table);
  const { rows, notes } = await judgedRows(table, prediction, tables);
  const names = outputs.map((column) => column.name);
  const batch = await tables.columns(rows, [target.name, ...names]);
  const actual = labelsOf(batch.columns.get(target.name)!, target.type) as string[];
  const probabilities = new Float64Array(batch.rows * names.length);
  names.forEach((name, at) => {
    const column = batch.columns.get(name) as Float64Array;
    for (let row = 0; row < batch.rows; row++)
      probabilities[row * names.length + at] = column[row]!;
  });
  const guess = await mostCommon(table, tables);
  const predictions: ClassPredictions = {
    classes: outputs.map((column) => column.of ?? column.name),
    actual,
    probabilities,
    ...(guess === undefined ? {} : { guess }),
  };
  return { predictions, notes };
}

/** The most common class of the training rows; ties by the smallest label. */
async function mostCommon(table: Table, tables: TablesPort): Promise<string | undefined> {
  const target = targetOf(table);
  const counts = table
    .part(['train'])
    .filter(isKnown(target.name))
    .aggregate([{ name: 'label', expr: col(target.name) }], [{ name: 'n', fn: 'count', args: [] }])
    .sort([{ expr: col('n'), descending: true }, { expr: col('label') }])
    .limit(1);
  const [row] = await tables.rows(counts);
  return row && (labelsOf([row.get('label') ?? null], target.type)[0] ?? undefined);
}

export async function readNumberPredictions(
  table: Table,
  tables: TablesPort,
): Promise<Judged<NumberPredictions>> {
  const { target, prediction } = numberAnswers(table);
  const { rows, notes } = await judgedRows(table, prediction, tables);
  const batch = await tables.columns(rows, [target.name, prediction]);
  const training = table.part(['train']).filter(isKnown(target.name));
  const learned = await tables.columns(training, [target.name]);
  const guess = mean(learned.columns.get(target.name) as Float64Array);
  const predictions: NumberPredictions = {
    actual: batch.columns.get(target.name) as Float64Array,
    predicted: batch.columns.get(prediction) as Float64Array,
    ...(guess === null ? {} : { guess }),
  };
  return { predictions, notes };
}
