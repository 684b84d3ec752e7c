/** A whole pipeline from what is known of a table and the column to predict. Pure: the same facts, the same document. */
import { EsteiraError } from '#schemas/errors.ts';
import type { DatasetRef, Edge, Json, Locale, Pipeline, PipelineNode } from '#schemas/types.ts';
import type { Suggestion, Task } from '../types.ts';
import type { ColumnFacts, TableFacts } from './facts.ts';
import { notLearned, taskFor, timeOf } from './judge.ts';
import { type Learner, learnersFor } from './learners.ts';
import { words } from './words.ts';

export interface Asked {
  readonly dataset: DatasetRef;
  readonly target: string;
  readonly task?: Task | undefined;
  readonly locale: Locale;
}

/** Between the left edges, and the upper edges, of two cards. */
const ACROSS = 264;
/** Learners fan out further than what comes of them: a wire to a prediction passes between, and behind no card. */
const LEARNERS_APART = 232;
const DOWN = 104;
/** The wire that leads back to the second line has the room between both. */
const LINES_APART = 176;
const MOST_NAMED = 10;
const LONGEST_NAME = 200;

interface Step {
  readonly id: string;
  readonly type: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Throws `target-missing`. */
export function suggestPipeline(facts: TableFacts, asked: Asked): Suggestion {
  const target = facts.columns.find(({ name }) => name === asked.target);
  if (target === undefined) {
    const known = facts.columns.slice(0, MOST_NAMED).map(({ name }) => name);
    throw new EsteiraError('target-missing', { target: asked.target, known: known.join(', ') });
  }
  const task = asked.task ?? taskFor(target);
  const others = facts.columns.filter((column) => column !== target);
  const left = others.flatMap((column) => {
    const reason = notLearned(column, facts.rows);
    return reason === undefined ? [] : [{ column: column.name, reason }];
  });
  const gone = new Set(left.map(({ column }) => column));
  const learned = others.filter(({ name }) => !gone.has(name));
  const steps = preparation(asked, { target, task, left, learned });
  const learners = learnersFor(task, facts.rows);
  const description = words[asked.locale].description(timeOf(learned)?.name);
  const document = { ...documentOf(asked, task, steps, learners), description };
  return { document, task, notLearned: left };
}

interface Judged {
  readonly target: ColumnFacts;
  readonly task: Task;
  readonly left: Suggestion['notLearned'];
  readonly learned: readonly ColumnFacts[];
}

/** From the file to numbers that any learner takes. What may be missing tomorrow is filled, even if nothing is today. */
function preparation(asked: Asked, { target, task, left, learned }: Judged): readonly Step[] {
  const named = (...reasons: readonly string[]): string[] =>
    left.filter(({ reason }) => reasons.includes(reason)).map(({ column }) => column);
  const time = timeOf(learned);
  const dates = learned.some(({ type }) => type === 'date' || type === 'timestamp');
  const categories = learned.some(({ type, meaning }) => type === 'text' || meaning === 'category');
  const roles = {
    target: target.name,
    targetAs: task === 'classification' ? 'category' : 'number',
    dropWithoutTarget: true,
    ...listed('id', named('identifier')),
    ...listed('ignored', named('personal', 'free-text', 'empty')),
  };
  return [
    { id: 'data', type: 'csv-file', params: { file: { ...asked.dataset } } },
    { id: 'roles', type: 'set-roles', params: roles },
    { id: 'split', type: 'split-data', params: time ? { by: 'time', time: time.name } : {} },
    { id: 'informative', type: 'drop-uninformative', params: {} },
    ...(dates ? [{ id: 'dates', type: 'date-parts', params: { names: asked.locale } }] : []),
    { id: 'missing', type: 'fill-missing', params: {} },
    ...(categories ? [{ id: 'categories', type: 'encode-categories', params: {} }] : []),
    { id: 'scaled', type: 'scale', params: {} },
  ];
}

const listed = (role: string, columns: readonly string[]): Readonly<Record<string, Json>> =>
  columns.length === 0 ? {} : { [role]: [...columns] };

/**
 * The preparation in two lines, so that all of it is seen without zooming; then a fan of learners, on whose middle the
 * second line ends.
 */
function documentOf(
  { dataset, target, locale }: Asked,
  task: Task,
  steps: readonly Step[],
  learners: readonly Learner[],
): Pipeline {
  const columns = Math.ceil(steps.length / 2);
  const nodes: PipelineNode[] = steps.map((step, at) => {
    // Both lines end at the learners, so that no wire runs behind a card.
    const [line, column] = at < columns ? [0, at] : [1, at - steps.length + columns];
    return node(step, column * ACROSS, (line - 1) * LINES_APART);
  });
  const edges: Edge[] = steps
    .slice(1)
    .map(({ id }, at) => wire(steps[at]!.id, 'table', id, 'table'));
  const table = steps.at(-1)!.id;
  const metrics = `${task}-metrics`;
  const say = words[locale];
  learners.forEach(({ id, type, params }, row) => {
    const name = say.learners[type] ?? type;
    const [predictions, figures] = [`${id}-predictions`, `${id}-metrics`];
    const apart = row - (learners.length - 1) / 2;
    const place = (step: Step, column: number, label?: string): PipelineNode =>
      node(
        step,
        (columns + column) * ACROSS,
        apart * (column === 0 ? LEARNERS_APART : DOWN),
        label,
      );
    nodes.push(
      place({ id, type, params }, 0),
      place({ id: predictions, type: 'predict', params: {} }, 1, say.predictions(name)),
      place({ id: figures, type: metrics, params: {} }, 2, say.figures(name)),
    );
    edges.push(
      wire(table, 'table', id, 'table'),
      wire(id, 'model', predictions, 'model'),
      wire(table, 'table', predictions, 'table'),
      wire(predictions, 'table', figures, 'table'),
    );
  });
  return {
    format: 1,
    name: Array.from(say.name(target, dataset.dataset)).slice(0, LONGEST_NAME).join(''),
    nodes,
    edges,
    definitions: {},
    parameters: [],
    seed: 1,
  };
}

const node = (step: Step, x: number, y: number, label?: string): PipelineNode => ({
  ...step,
  version: 1,
  position: { x, y },
  ...(label === undefined ? {} : { label }),
});

const wire = (from: string, output: string, to: string, input: string): Edge => ({
  from: { node: from, port: output },
  to: { node: to, port: input },
});
