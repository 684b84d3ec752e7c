/** What a table asks to be learned: its target, its features, and whether they can be learned from at all. */
import type { Column } from '#schemas/types.ts';
import { EsteiraError } from '#schemas/errors.ts';
import type { Cell, ColumnData } from '../context.ts';
import type { Table } from '../plan/table.ts';
import type { Learner } from './learner.ts';

export type Task = 'classification' | 'regression';

export interface LearningTask {
  readonly task: Task;
  readonly target: Column;
  readonly features: readonly Column[];
  readonly weight: Column | undefined;
}

const NUMERIC = new Set(['int64', 'float64', 'bool']);

export function targetOf(table: Table): Column {
  const targets = table.columns.filter((column) => column.role === 'target');
  if (targets.length === 0) throw new EsteiraError('target-not-set', {});
  if (targets.length > 1) {
    throw new EsteiraError('target-several', { columns: targets.map((c) => c.name).join(', ') });
  }
  return targets[0]!;
}

/** A category, a text or a yes/no target is classified; any other is a number to be estimated. */
export function taskOf(target: Column): Task {
  const category =
    target.meaning === 'category' || target.type === 'text' || target.type === 'bool';
  return category ? 'classification' : 'regression';
}

/** Throws where no learner could start: no target, no features, a feature that is not a number. */
export function learningTask(table: Table): LearningTask {
  const target = targetOf(table);
  const features = table.columns.filter((column) => column.role === 'feature');
  if (features.length === 0) throw new EsteiraError('features-none', {});
  const text = features.filter((column) => !NUMERIC.has(column.type));
  if (text.length > 0) {
    throw new EsteiraError('feature-not-number', {
      column: text[0]!.name,
      columns: text.map((column) => column.name).join(', '),
      count: text.length,
    });
  }
  const weight = table.columns.find((column) => column.role === 'weight');
  return { task: taskOf(target), target, features, weight };
}

/** Throws where the learner answers only the other kind of question. */
export function checkTask({ task, target }: LearningTask, { tasks }: Pick<Learner, 'tasks'>): void {
  if (tasks.includes(task)) return;
  const code = task === 'regression' ? 'learner-needs-category' : 'learner-needs-number';
  throw new EsteiraError(code, { target: target.name });
}

/**
 * The same before the run, from columns alone. A column that the data may yet do away with is no reason to refuse: the
 * run will tell.
 */
export function foreseenTask(table: Table, learner: Pick<Learner, 'tasks'>): LearningTask {
  const unsure = table.columns.filter(
    ({ presence, role, type }) => presence === 'maybe' && role === 'feature' && !NUMERIC.has(type),
  );
  const sure = table.drop(unsure.map(({ name }) => name));
  const hasFeatures = sure.columns.some(({ role }) => role === 'feature');
  const task = learningTask(unsure.length > 0 && !hasFeatures ? table : sure);
  checkTask(task, learner);
  return task;
}

/** The class of a cell as text: what a person reads and what an answer says. Null where missing. */
export function labelOf(cell: Cell | undefined, type: Column['type']): string | null {
  if (cell === null || cell === undefined || Number.isNaN(cell)) return null;
  if (type === 'bool') return cell === 1 || cell === true ? 'true' : 'false';
  return String(cell);
}

/** Labels of a column read in bulk. */
export function labelsOf(data: ColumnData, type: Column['type']): (string | null)[] {
  return Array.from(data as ArrayLike<Cell>, (cell) => labelOf(cell, type));
}

/** Classes in a stable order: numbers by value, texts by code point. */
export function classesOf(labels: readonly (string | null)[]): string[] {
  const classes = [...new Set(labels.filter((label) => label !== null))];
  const numeric = classes.every((label) => label.trim() !== '' && Number.isFinite(Number(label)));
  if (numeric) return classes.sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1));
  return classes.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
