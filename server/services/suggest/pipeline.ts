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

/** Between the left edges of two cards. */
const ACROSS = 264;
/** Between the upper edges of two lines of the preparation: the wire that leads back has the room between them. */
const LINES_APART = 128;
/** Cards in each of the lower lines. The learners stand beside these, so that all is five cards wide. */
const SHORT = 2;
/** Between the upper edges of two predictions, and of two learners on one side of the wires to them. */
const DOWN = 96;
/** Below the wire to the second line, and above all wires to predictions. */
const FIRST_LEARNER = -128;
const FIRST_PREDICTION = -80;
/** Of the second learner, above the last prediction: below all wires to predictions. */
const BELOW_WIRES = 72;
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
 * The preparation in three lines, the last two short; then the learners: one above the wires that lead past them to the
 * predictions, the others below, so that no wire runs behind a card. Five cards wide, it can be read on a laptop.
 */
function documentOf(
  { dataset, target, locale }: Asked,
  task: Task,
  steps: readonly Step[],
  learners: readonly Learner[],
): Pipeline {
  const first = steps.length - 2 * SHORT;
  const nodes: PipelineNode[] = steps.map((step, at) => {
    const line = at < first ? 0 : 1 + Math.floor((at - first) / SHORT);
    const column = line === 0 ? at : (at - first) % SHORT;
    return node(step, column * ACROSS, (line - 2) * LINES_APART);
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
    const prediction = FIRST_PREDICTION + row * DOWN;
    const learner =
      row === 0
        ? FIRST_LEARNER
        : FIRST_PREDICTION + BELOW_WIRES + (learners.length - 2 + row) * DOWN;
    const place = (step: Step, column: number, label?: string): PipelineNode =>
      node(step, (SHORT + column) * ACROSS, column === 0 ? learner : prediction, label);
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
