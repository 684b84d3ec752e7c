/** The columns that a model adds: the prediction and, for classes, a probability each. */
import type { Column, TableSchema } from '#schemas/types.ts';
import type { ModelShape } from '../node.ts';

export const PREDICTION = 'prediction';

export function probabilityName(label: string): string {
  return `probability of ${label}`;
}

export function outputColumns(target: Column, classes: readonly string[] | null): Column[] {
  if (!classes) {
    return [{ name: PREDICTION, type: 'float64', meaning: 'number', role: 'prediction' }];
  }
  return [
    { name: PREDICTION, type: 'text', meaning: 'category', role: 'prediction', of: target.name },
    ...classes.map((label): Column => {
      const name = probabilityName(label);
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
  const [prediction] = outputColumns(model.target, classified ? [] : null);
  const family: Column = {
    name: probabilityName('*'),
    type: 'float64',
    meaning: 'number',
    role: 'probability',
    presence: 'many',
  };
  const added = classified ? [prediction!, family] : [prediction!];
  return { ...schema, columns: [...withoutPredictions(schema.columns), ...added] };
}
