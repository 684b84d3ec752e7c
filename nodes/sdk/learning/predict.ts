/**
 * Predictions in bulk. They are always made from the *base* of the table (its raw rows) through the model's own
 * preparation and joined back by row identity, so that whatever was done to the table on the canvas after that,
 * nothing is prepared twice or left unprepared.
 */
import type { Column } from '#schemas/types.ts';
import { EsteiraError } from '#schemas/errors.ts';
import { toFloat32, type Matrix } from '#nodes/lib/matrix.ts';
import type { Predictor } from '#nodes/lib/estimators/types.ts';
import type { Batch, Cell, NodeContext } from '../context.ts';
import { replaceInput } from '../plan/rebase.ts';
import { Table } from '../plan/table.ts';
import { argmax } from './answer.ts';
import type { ModelRecord } from './model.ts';
import { outputColumns, withoutPredictions } from './outputs.ts';

const NUMERIC = new Set(['int64', 'float64', 'bool']);

/** Names all raw columns that are gone since the training, or the first that changed its kind. */
export function checkSignature(inputs: readonly Column[], table: Table): void {
  const gone = inputs.map(({ name }) => name).filter((name) => !table.column(name));
  if (gone.length > 0) {
    throw new EsteiraError('model-column-gone', { columns: gone, count: gone.length });
  }
  const [input] = otherKinds(inputs, table);
  if (input !== undefined) {
    const { name: column, type: expected } = input;
    const found = table.need(column).type;
    throw new EsteiraError('model-column-type', { column, expected, found });
  }
}

/** Those of `inputs` that the table has as another kind of value; numbers and bools are one kind. */
export function otherKinds(inputs: readonly Column[], table: Table): readonly Column[] {
  return inputs.filter(({ name, type }) => {
    const found = table.column(name);
    if (found === undefined || found.type === type) return false;
    return !(NUMERIC.has(type) && NUMERIC.has(found.type));
  });
}

/** The features of the model for the rows of `table`, made by the model's own plan. */
export function featureTable(record: ModelRecord, table: Table): Table {
  const base = Table.fromPlan(table.base);
  checkSignature(record.signature.inputs, base);
  const raw = base.select(record.signature.inputs.map((column) => column.name));
  const features = Table.fromPlan(replaceInput(record.plan, raw.plan));
  if (table.plan === table.base) return features;
  return features.attach(table, { columns: [], matching: true });
}

/** One batch of features to columns: the prediction and the probabilities, nulls where a feature is missing. */
export function predictBatch(
  predictor: Predictor,
  classes: readonly string[] | null,
  batch: Batch,
  features: readonly string[],
): Cell[][] {
  const width = features.length;
  const data = new Float32Array(batch.rows * width);
  features.forEach((name, at) => {
    const column = batch.columns.get(name)! as Float64Array;
    for (let row = 0; row < batch.rows; row++) {
      data[row * width + at] = toFloat32(column[row]!);
    }
  });
  const x: Matrix = { rows: batch.rows, columns: width, data };
  const out = predictor.predict(x);
  const count = predictor.outputs;
  const results: Cell[][] = Array.from({ length: classes ? count + 1 : 1 }, () => []);
  for (let row = 0; row < batch.rows; row++) {
    const values = data.subarray(row * width, (row + 1) * width);
    const missing = !predictor.takesMissing && values.some((value) => Number.isNaN(value));
    const start = row * count;
    const first = classes ? classes[argmax(out, start, count)]! : out[start]!;
    results[0]!.push(missing ? null : first);
    for (let at = 1; at < results.length; at++) {
      results[at]!.push(missing ? null : out[start + at - 1]!);
    }
  }
  return results;
}

/** `features` must hold the record's features. Gives `outputs` alone, with the same row identities. */
export function predictFeatures(
  { classes, features: names }: Pick<ModelRecord, 'classes' | 'features'>,
  predictor: Predictor,
  features: Table,
  outputs: readonly Column[],
  tables: NodeContext['tables'],
): Promise<Table> {
  return tables.map(features, names, outputs, (batch) =>
    predictBatch(predictor, classes, batch, names),
  );
}

/** The table with the model's prediction columns; columns of an earlier prediction are replaced. */
export async function predictTable(
  record: ModelRecord,
  predictor: Predictor,
  table: Table,
  tables: NodeContext['tables'],
): Promise<Table> {
  const kept = withoutPredictions(table.columns);
  const outputs = outputColumns(record.target, record.classes, kept);
  const features = featureTable(record, table);
  const predictions = await predictFeatures(record, predictor, features, outputs, tables);
  const added = predictions.columns.map((column) => column.name);
  return table.select(kept.map((column) => column.name)).attach(predictions, { columns: added });
}
