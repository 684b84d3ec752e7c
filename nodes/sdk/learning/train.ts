/**
 * Trains a learner on a table and makes the model record: one way for learner nodes, cross-validation and search.
 */
import type { Column } from '#schemas/types.ts';
import { EsteiraError } from '#schemas/errors.ts';
import type { TrainingData } from '#nodes/lib/estimators/types.ts';
import { hashSeed } from '#nodes/lib/random/hashSeed.ts';
import type { NodeContext, TablesPort } from '../context.ts';
import { call, col } from '../expressions/build.ts';
import { forServing } from '../plan/forServing.ts';
import { Table } from '../plan/table.ts';
import type { Json, ModelValue } from '../values.ts';
import { openModel, type OpenModel } from './answer.ts';
import { knownCategories } from './categories.ts';
import { readLearningRows, trainingData } from './data.ts';
import type { Learned, Learner } from './learner.ts';
import type { ModelRecord } from './model.ts';
import { outputColumns } from './outputs.ts';
import { encodeArrays } from './safetensors.ts';
import { scaleNote } from './scales.ts';
import { checkTask, learningTask, type LearningTask } from './task.ts';

/** A learner with its parameters: what a model remembers in order to be trained again. */
export interface LearnerSpec {
  readonly type: string;
  readonly version: number;
  readonly params: { readonly [key: string]: Json };
  readonly learner: Learner;
}

export interface Trained {
  readonly task: LearningTask;
  readonly learned: Learned;
  readonly train: TrainingData;
  readonly validationRows: number;
}

type TrainContext = Pick<
  NodeContext,
  'signal' | 'seed' | 'tables' | 'tensors' | 'progress' | 'log'
>;

/** Fits on the training rows (all rows where the table has no partition). Same seed, same bytes. */
export async function fitLearner(
  spec: LearnerSpec,
  table: Table,
  context: TrainContext,
): Promise<Trained> {
  const task = learningTask(table);
  const { learner } = spec;
  checkTask(task, learner);
  const rows = await readLearningRows(table.part(['train']), task, context.tables, learner);
  const train = trainingData(rows);
  await refuseHopeless(train, task, table, context.tables);
  const note = learner.wantsScaled ? scaleNote(train.x, task.features) : undefined;
  if (note) context.log(note);
  const validation = await validationData(table, task, train, context.tables, learner);
  const learned = await learner.fit({
    params: spec.params,
    data: train,
    validation: validation && validation.x.rows > 0 ? validation : undefined,
    context,
  });
  return { task, learned, train, validationRows: validation?.x.rows ?? 0 };
}

async function validationData(
  table: Table,
  task: LearningTask,
  train: TrainingData,
  tables: TrainContext['tables'],
  learner: Learner,
): Promise<TrainingData | undefined> {
  const partition = table.schema.partition;
  if (partition?.kind !== 'holdout' || !partition.validation) return undefined;
  const rows = await readLearningRows(table.part(['validation']), task, tables, learner);
  return trainingData(rows, train.classes ?? undefined);
}

/** More classes are rather an identifier, and each costs a column of weights and one of probabilities. */
const MOST_CLASSES = 1000;

async function refuseHopeless(
  { x, y, classes }: TrainingData,
  { target: { name: target } }: LearningTask,
  table: Table,
  tables: TablesPort,
): Promise<void> {
  if (x.rows === 0) throw await whyNoRow(target, classes === null, table, tables);
  const first = y[0]!;
  if (y.every((value) => value === first)) {
    const value = classes ? classes[first]! : String(first);
    throw new EsteiraError('target-constant', { target, value });
  }
  if (!classes) return;
  if (classes.length > MOST_CLASSES) {
    const params = { target, count: classes.length, limit: MOST_CLASSES };
    throw new EsteiraError('classes-too-many', params);
  }
}

/** The raw rows say more, where the column is there: the table may have lost its rows because they had no value. */
async function whyNoRow(
  target: string,
  isNumber: boolean,
  table: Table,
  tables: TablesPort,
): Promise<EsteiraError> {
  const base = Table.fromPlan(table.base);
  const raw = base.column(target);
  const rows = raw ? base : table;
  const known = rows.filter(call('not', call('isnull', col(target))));
  const [all, left] = await Promise.all([tables.count(rows), tables.count(known)]);
  if (all > 0 && left === 0) return new EsteiraError('target-all-missing', { target });
  // Read as numbers, all of its texts became missing.
  if (isNumber && raw?.type === 'text') return new EsteiraError('learner-needs-number', { target });
  return new EsteiraError('training-rows-none', { target });
}

/** Trains, writes the record and the arrays as artifacts, and checks that the record answers its own example. */
export async function trainModel(
  spec: LearnerSpec,
  table: Table,
  context: NodeContext,
): Promise<ModelValue> {
  const { task, learned, train, validationRows } = await fitLearner(spec, table, context);
  const { state } = learned;
  const features = task.features.map((column) => column.name);
  const serving = forServing(table.plan, table.base, features);
  const classes = train.classes;
  const record: Omit<ModelRecord, 'example'> = {
    format: 1,
    task: task.task,
    target: task.target,
    classes,
    signature: { inputs: serving.inputs, outputs: outputColumns(task.target, classes) },
    plan: serving.plan,
    features,
    preconditions: serving.preconditions.map((where) => ({ where: where as unknown as Json })),
    estimator: {
      type: spec.type,
      version: spec.version,
      params: spec.params,
      kind: state.kind,
      json: state.json,
      arrays: await context.artifacts.put(encodeArrays(state.arrays)),
    },
    training: {
      table: table.value(),
      seed: context.seed,
      rows: { train: train.x.rows, validation: validationRows },
      categories: await knownCategories(table, serving.inputs, context.tables),
      ...(learned.history ? { history: learned.history as unknown as readonly Json[] } : {}),
      facts: learned.facts ?? {},
    },
  };
  const open = openModel(record, spec.learner.predictor(state), context.compileRow);
  const whole: ModelRecord = { ...record, example: await exampleOf(table, open, context) };
  const bytes = new TextEncoder().encode(JSON.stringify(whole));
  return {
    kind: 'model',
    artifact: await context.artifacts.put(bytes),
    task: task.task,
    target: task.target.name,
    classes,
    inputs: serving.inputs,
  };
}

/** The first raw rows that the table starts from; the first one with a complete answer is the example. */
async function exampleOf(
  table: Table,
  open: OpenModel,
  context: NodeContext,
): Promise<ModelRecord['example']> {
  const names = open.inputs.map((column: Column) => column.name);
  const base = Table.fromPlan(table.base).select(names);
  const rows = await context.tables.rows(base, { limit: 50 });
  for (const row of rows) {
    const answer = open.answer((name) => row.get(name));
    if (answer.prediction === null) continue;
    return { input: Object.fromEntries(row), output: [...answer.outputs] };
  }
  return null;
}

/** The seed of a part of the work (a fold, a trial) derived from the node's own. */
export function partSeed(seed: number, part: string): number {
  return hashSeed(seed, part);
}
