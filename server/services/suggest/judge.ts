/** What a column is good for, from a few figures of it. */
import type { NotLearned, Task } from '../types.ts';
import type { ColumnFacts } from './facts.ts';

/** Whole numbers with so few values are more often codes and grades than amounts. */
const FEW_VALUES = 10;

/** Tags of personal data by which a person is called or reached; a birth date or a postal code says more than that. */
const DIRECT = new Set(['cpf', 'cnpj', 'email', 'phone', 'name']);

export function taskFor({ type, meaning, distinct }: ColumnFacts): Task {
  if (type === 'text' || type === 'bool' || meaning === 'category') return 'classification';
  return type === 'int64' && distinct <= FEW_VALUES ? 'classification' : 'regression';
}

/** Undefined where a model can learn from it. */
export function notLearned(column: ColumnFacts, rows: number): NotLearned | undefined {
  if (column.missing >= rows) return 'empty';
  if (column.identifier) return 'identifier';
  if (column.personal !== undefined && DIRECT.has(column.personal)) return 'personal';
  return column.type === 'text' && column.meaning !== 'category' ? 'free-text' : undefined;
}

/**
 * The time along which the rows lie. To check with rows from between those that were learned from would let a model
 * copy its neighbours, and promise more than it keeps for what comes. A birth date orders people at most.
 */
export function timeOf(learned: readonly ColumnFacts[]): ColumnFacts | undefined {
  return learned.find(({ type, series, personal }) => {
    return series && personal === undefined && (type === 'date' || type === 'timestamp');
  });
}
