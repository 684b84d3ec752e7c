/** The columns that a model adds: the prediction and, for classes, a probability each. */
import type { Column, TableSchema } from '#schemas/types.ts';
import type { ModelShape } from '../node.ts';
import { freeName, nameKey } from '../plan/names.ts';

export const PREDICTION = 'prediction';

/** Names have a limit, and a label may be a whole sentence. */
export const SHOWN_OF_LABEL = 200;

export function probabilityName(label: string): string {
  return `probability of ${label.slice(0, SHOWN_OF_LABEL).toWellFormed()}`;
}

/**
 * Their names are the same in every language: scripts rely on them. `beside` are the columns that they will stand
 * next to; classes may differ in case alone.
 */
export function outputColumns(
  target: Column,
  classes: readonly string[] | null,
  beside: readonly Column[] = [],
): Column[] {
  const taken = new Set(beside.map((column) => nameKey(column.name)));
  const free = (name: string): string => freeName(name, '_', taken);
  const prediction = free(PREDICTION);
  if (!classes) {
    return [{ name: prediction, type: 'float64', meaning: 'number', role: 'prediction' }];
  }
  return [
    { name: prediction, type: 'text', meaning: 'category', role: 'prediction', of: target.name },
    ...classes.map((label): Column => {
      const name = free(probabilityName(label));
      return { name, type: 'float64', meaning: 'number', role: 'probability', of: label };
    }),
  ];
}

const EARLIER = new Set<Column['role']>(['prediction', 'probability']);

/** Columns that stay beside new predictions: those of an earlier model are replaced. */
export function withoutPredictions(columns: readonly Column[]): Column[] {
  return columns.filter((column) => !EARLIER.has(column.role));
}

/** The schema with predictions before the run: the classes, and so the probabilities' names, are not known yet. */
export function declarePredictions(schema: TableSchema, model: ModelShape): TableSchema {
  const classified = model.task === 'classification';
  const kept = withoutPredictions(schema.columns);
  const [prediction] = outputColumns(model.target, classified ? [] : null, kept);
  const family: Column = {
    name: probabilityName('*'),
    type: 'float64',
    meaning: 'number',
    role: 'probability',
    presence: 'many',
  };
  const added = classified ? [prediction!, family] : [prediction!];
  return { ...schema, columns: [...kept, ...added] };
}
