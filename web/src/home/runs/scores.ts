/** How well each model of a run did, read from the reports that stand after it. */
import type { Pipeline, PipelineNode, RunResult } from '#schemas/types.ts';
import type { Task } from '../../apiTypes.ts';
import { intervalAt, isRecord, numberAt, textAt } from '../../results/report.ts';

export type Score = {
  /** The step that trained the model. */
  readonly step: string;
  readonly type: string;
  readonly label: string | undefined;
  readonly task: Task;
  /** Share of right answers; for a number, the share of its variation that is explained (R²). */
  readonly value: number;
  /** The typical error of a number, in its unit. */
  readonly error?: number;
  readonly rows?: number;
  /** Checked in the folds of a cross-validation rather than on a part kept aside. */
  readonly isFolds: boolean;
  /** Of two classes: how surely its probabilities tell the one of interest from the other (ROC area). */
  readonly ranks?: { readonly positive: string; readonly auc: number; readonly low: number };
  /** So many classes that are all numbers: an amount was taken for a category, and its figures say nothing. */
  readonly amounts?: number;
  /** The step whose report says so. */
  readonly report: string;
};

type Figures = Readonly<Record<string, unknown>>;

const NAMED: Readonly<Record<Task, string>> = { classification: 'accuracy', regression: 'r2' };

/** Best first. Of nodes at the top level; a model without a report has no score. */
export function scoresOf(document: Pipeline, result: RunResult): readonly Score[] {
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  const scores = document.nodes.flatMap((node): readonly Score[] => {
    const report = result.nodes[node.id]?.report;
    const found = judged(report);
    if (found === undefined) return [];
    const { task, value } = found;
    const learner = modelBefore(document, nodes, node.id);
    const metrics = (report?.['metrics'] ?? {}) as Figures;
    if (learner === undefined) return [];
    const { id: step, type, label } = learner;
    const ranks = ranksIn(metrics, (report?.['details'] ?? {}) as Figures);
    const more = {
      isFolds: report?.['type'] !== task,
      ...numbered('error', metrics['mae']),
      ...numbered('rows', metrics['n']),
      ...(ranks && { ranks }),
      ...numbered('amounts', amountsIn(report?.['notes'])),
    };
    return [{ step, type, label, task, value, report: node.id, ...more }];
  });
  return scores.toSorted(better);
}

export type Judged = Pick<Score, 'task' | 'value'>;

/** What a report says of a model, where it judges one. */
export function judged(report: unknown): Judged | undefined {
  const { type, metrics } = isRecord(report) ? report : {};
  const task = taskOf(type);
  const value = task === undefined || !isRecord(metrics) ? undefined : metrics[NAMED[task]];
  return task === undefined || typeof value !== 'number' ? undefined : { task, value };
}

/** A cross-validation judges as the metrics of a test part do. */
function taskOf(type: unknown): Task | undefined {
  const name = typeof type === 'string' ? type.replace(/^cross-validation-/, '') : '';
  return name === 'classification' || name === 'regression' ? name : undefined;
}

function amountsIn(notes: unknown): unknown {
  const found = Array.isArray(notes) ? notes.filter(isRecord) : [];
  const params = found.find(({ code }) => code === 'classes-all-numbers')?.['params'];
  return isRecord(params) ? params['count'] : undefined;
}

function ranksIn(metrics: Figures, details: Figures): Score['ranks'] {
  const auc = numberAt(metrics, 'rocAuc');
  const range = intervalAt(details, 'rocAucInterval');
  const positive = textAt(details, 'positive');
  if (auc === undefined || range === undefined || positive === undefined) return undefined;
  return { positive, auc, low: range.low };
}

/** Numbers by their typical error, which a few wild rows do not rule; all else by the share that is right. */
const better = (a: Score, b: Score): number =>
  a.error !== undefined && b.error !== undefined ? a.error - b.error : b.value - a.value;

/** Up the wires from a report to the nearest node whose model is asked. */
function modelBefore(
  { edges }: Pipeline,
  nodes: ReadonlyMap<string, PipelineNode>,
  report: string,
): PipelineNode | undefined {
  const seen = new Set([report]);
  for (let level = [report]; level.length > 0;) {
    const arriving = edges.filter(({ to }) => level.includes(to.node));
    const model = arriving.find(({ from }) => from.port === 'model');
    if (model !== undefined) return nodes.get(model.from.node);
    level = arriving.map(({ from }) => from.node).filter((id) => !seen.has(id));
    for (const id of level) seen.add(id);
  }
  return undefined;
}

const numbered = (
  name: 'error' | 'rows' | 'amounts',
  value: unknown,
): Partial<Record<typeof name, number>> => (typeof value === 'number' ? { [name]: value } : {});
