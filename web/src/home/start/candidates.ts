/** Which columns a person may want to predict, the likeliest first. */
import type { Column } from '#schemas/types.ts';
import type { DatasetInspection, Task } from '../../api.ts';
import { isTelling } from '../../app/tellingName.ts';

export type Candidate = Column & {
  readonly missing: number;
  readonly distinct: number;
  /** Its values differ in nearly every row, so they name the row. */
  readonly isIdentifier: boolean;
  /** Whether it makes sense to predict it. */
  readonly isPredictable: boolean;
};

type Counted = Omit<Candidate, 'isPredictable'>;

/** More classes than this are rarely what a person asks for. */
const MANY_CLASSES = 30;
/** Whole numbers with so few values are more often codes and grades than amounts. */
const FEW_VALUES = 10;

type Found = {
  readonly identifiers?: readonly string[];
  readonly columns?: readonly {
    readonly name: string;
    readonly missing: number;
    readonly distinct: number;
  }[];
};

/** What a template's pipeline does with the column; undefined where the column decides. */
export function taskOf(template: string | undefined): Task | undefined {
  if (template === undefined) return undefined;
  return template === 'regress' ? 'regression' : 'classification';
}

/** With a task, only columns with which it can be done make sense. */
export function candidatesOf(
  { schema, rowCount, found }: DatasetInspection,
  task?: Task,
): readonly Candidate[] {
  const { identifiers = [], columns = [] } = found as Found;
  const named = new Set(identifiers);
  const counted = new Map(columns.map((column) => [column.name, column]));
  return schema.columns.map((column) => {
    const { missing = 0, distinct = rowCount } = counted.get(column.name) ?? {};
    const isIdentifier = named.has(column.name);
    const known = { ...column, missing, distinct, isIdentifier };
    return { ...known, isPredictable: isPredictable(known) && suits(known, task) };
  });
}

function isPredictable(column: Counted): boolean {
  const { type, meaning, distinct, isIdentifier, personal } = column;
  if (distinct < 2 || isIdentifier || personal !== undefined) return false;
  if (type === 'date' || type === 'timestamp') return false;
  return type !== 'text' || (meaning === 'category' && distinct <= 100);
}

export function suits(column: Counted, task: Task | undefined): boolean {
  return task === undefined || isAmbiguous(column) || taskFor(column) === task;
}

export function taskFor({ type, meaning, distinct }: Counted): Task {
  if (type === 'text' || type === 'bool' || meaning === 'category') return 'classification';
  return type === 'int64' && distinct <= FEW_VALUES ? 'classification' : 'regression';
}

/** A number with few values may be meant either way. */
export const isAmbiguous = ({ type, meaning, distinct }: Counted): boolean =>
  type !== 'text' && type !== 'bool' && meaning !== 'category' && distinct <= MANY_CLASSES;

/** A name that says so, else the last category with few classes, else the last number; for a task, the last one of it. */
export function likelyTarget(columns: readonly Candidate[], task?: Task): Candidate | undefined {
  const able = columns.filter((column) => column.isPredictable);
  const telling = able.find(({ name }) => isTelling(name));
  const wanted = task ?? 'classification';
  const alike = able.filter(
    (column) =>
      taskFor(column) === wanted && (wanted === 'regression' || column.distinct <= MANY_CLASSES),
  );
  return telling ?? alike.at(-1) ?? able.at(-1);
}

/** The likeliest first, then what can be predicted, then the rest; each in the order of the file. */
export function inOrder(
  columns: readonly Candidate[],
  suggested: string | undefined,
): readonly Candidate[] {
  const rank = (column: Candidate): number =>
    column.name === suggested ? 0 : column.isPredictable ? 1 : 2;
  return columns.toSorted((a, b) => rank(a) - rank(b));
}
