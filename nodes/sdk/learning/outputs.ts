/** The columns that a model adds: the prediction and, for classes, a probability each. */
import type { Column } from '#schemas/types.ts';

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
