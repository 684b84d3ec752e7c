/**
 * Cross-validation: for each fold the whole recipe (every fitted step since the source) is fitted again on the other
 * folds, then the learner; the fold's rows are only ever predicted. Source: Hastie, Tibshirani, Friedman, ESL 7.10.2
 * ("the wrong and right way to do cross-validation").
 */
import { EsteiraError } from '#schemas/errors.ts';
import { significant } from '#nodes/lib/exact/significant.ts';
import { mean, standardDeviation } from '#nodes/lib/statistics/moments.ts';
import type { NodeContext } from '../context.ts';
import { call, col } from '../expressions/build.ts';
import type { Table } from '../plan/table.ts';
import type { Json, ReportValue } from '../values.ts';
import { readLearningRows, type LearningRows } from './data.ts';
import { classificationReport, regressionReport } from './evaluate.ts';
import { refit } from './refit.ts';
import { classesOf, learningTask } from './task.ts';
import { fitLearner, partSeed, type LearnerSpec } from './train.ts';

/** The fold's rows and what a model that never saw them said. */
interface Fold {
  readonly target: LearningRows['target'];
  /** Rows × classes, or one number a row. */
  readonly outputs: Float64Array;
  readonly classes: readonly string[] | null;
}

/** The table with folds: its own, or `folds` new ones over its training rows, stratified by the class. */
function withFolds(table: Table, folds: number, seed: number): { parted: Table; count: number } {
  const partition = table.schema.partition;
  if (partition?.kind === 'folds') return { parted: table, count: partition.count };
  const { target, task } = learningTask(table);
  const parted = table.part(['train']).partition({
    into: { kind: 'folds', count: folds },
    seed,
    ...(task === 'classification' ? { stratify: target.name } : {}),
  });
  return { parted, count: folds };
}

async function runFold(
  spec: LearnerSpec,
  table: Table,
  holdout: Table,
  context: NodeContext,
): Promise<Fold> {
  const refitted = await refit(table, holdout, context);
  const { task, learned, train } = await fitLearner(spec, refitted, context);
  const test = await readLearningRows(refitted.part(['test']), task, context.tables, spec.learner);
  const predictor = spec.learner.predictor(learned.state);
  return { target: test.target, outputs: predictor.predict(test.x), classes: train.classes };
}

/** Scores of one learner over all folds: the mean and spread of each metric, and the figures of each fold. */
export async function crossValidate(
  spec: LearnerSpec,
  table: Table,
  folds: number,
  context: NodeContext,
  positive?: string,
): Promise<ReportValue> {
  const { parted, count } = withFolds(table, folds, context.seed);
  await refuseEmptyFolds(parted, count, context);
  const log = onceEach(context);
  const done: Fold[] = [];
  for (let fold = 0; fold < count; fold++) {
    context.progress({ done: fold, total: count, unit: 'folds' });
    // A fold's own progress would make the bar jump back and forth.
    const quiet = { ...context, log, seed: partSeed(context.seed, `fold ${fold}`), progress() {} };
    done.push(await runFold(spec, table, parted.foldAsHoldout(fold), quiet));
  }
  context.progress({ done: count, total: count, unit: 'folds' });
  return summary(done, positive);
}

async function refuseEmptyFolds(
  table: Table,
  folds: number,
  { tables }: NodeContext,
): Promise<void> {
  const known = call('not', call('isnull', col(learningTask(table).target.name)));
  const rows = await tables.count(table.filter(known));
  if (rows < folds) throw new EsteiraError('folds-too-many', { folds, rows });
}

/** What every fold would say is said by the first. */
function onceEach(context: NodeContext): NodeContext['log'] {
  const said = new Set<string>();
  return (note) => {
    if (said.has(note.code)) return;
    said.add(note.code);
    context.log(note);
  };
}

function summary(folds: readonly Fold[], positive: string | undefined): ReportValue {
  const reports = folds.map((fold) => reportOf(fold, positive));
  const pooled = reportOf(pool(folds), positive);
  const names = Object.keys(pooled.metrics).filter((name) => name !== 'n' && name !== 'confusion');
  const metrics: [string, Json][] = [
    ['folds', folds.length],
    ['n', pooled.metrics['n']!],
  ];
  for (const name of names) {
    const values = reports.map((report) => report.metrics[name]).filter(isNumber);
    if (values.length === 0) continue;
    metrics.push([name, significant(mean(values)!)]);
    const spread = standardDeviation(values, 1);
    metrics.push([`${name}Sd`, spread === null ? null : significant(spread)]);
  }
  const confusion = pooled.metrics['confusion'];
  if (confusion !== undefined) metrics.push(['confusion', confusion]);
  return {
    kind: 'report',
    type: `cross-validation-${pooled.type}`,
    metrics: Object.fromEntries(metrics),
    details: { ...pooled.details, folds: reports.map((report) => report.metrics) },
    notes: pooled.notes ?? [],
  };
}

const isNumber = (value: Json | undefined): value is number => typeof value === 'number';

function reportOf(fold: Fold, positive: string | undefined): ReportValue {
  if (fold.target.kind === 'numbers') {
    return regressionReport({ actual: fold.target.values, predicted: fold.outputs });
  }
  const rows = {
    classes: fold.classes!,
    actual: fold.target.values,
    probabilities: fold.outputs,
  };
  return classificationReport(rows, positive);
}

/** Out-of-fold predictions of all folds as one; a class that a fold's model never saw has probability 0 there. */
function pool(folds: readonly Fold[]): Fold {
  const outputs: Float64Array[] = [];
  if (folds[0]!.target.kind === 'numbers') {
    const values = folds.map((fold) => fold.target.values as Float64Array);
    const all = concat(folds.map((fold) => fold.outputs));
    return { target: { kind: 'numbers', values: concat(values) }, outputs: all, classes: null };
  }
  const classes = classesOf(folds.flatMap((fold) => [...fold.classes!]));
  const labels: string[] = [];
  for (const fold of folds) {
    const actual = fold.target.values as readonly string[];
    labels.push(...actual);
    outputs.push(widen(fold.outputs, fold.classes!, classes));
  }
  return { target: { kind: 'labels', values: labels }, outputs: concat(outputs), classes };
}

/** Probabilities over `from` as probabilities over the wider list `to`. */
function widen(values: Float64Array, from: readonly string[], to: readonly string[]): Float64Array {
  const rows = from.length === 0 ? 0 : values.length / from.length;
  const out = new Float64Array(rows * to.length);
  const place = from.map((label) => to.indexOf(label));
  for (let row = 0; row < rows; row++) {
    for (let at = 0; at < from.length; at++) {
      out[row * to.length + place[at]!] = values[row * from.length + at]!;
    }
  }
  return out;
}

function concat(parts: readonly Float64Array[]): Float64Array {
  const out = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
