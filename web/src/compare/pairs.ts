/** Two runs step by step: what belongs together is what has the same id. */
import { differenceOf, type DocumentDifference } from '#schemas/document/difference.ts';
import { documentAsGiven } from '#schemas/document/given.ts';
import { topologicalOrder } from '#schemas/graph.ts';
import type { NodeResult, Pipeline, PipelineNode, RunResult } from '#schemas/types.ts';
import type { RunSummary } from '../apiTypes.ts';
import { scoresOf } from '../home/runs/scores.ts';
import { readReport, type Report } from '../results/report.ts';

export type ComparedRun = {
  readonly run: RunSummary;
  /** With the values that the run was given. */
  readonly document: Pipeline;
  /** Undefined while it goes on. */
  readonly result: RunResult | undefined;
};

export function comparedRun(
  run: RunSummary,
  document: Pipeline,
  result: RunResult | undefined,
): ComparedRun {
  return { run, document: documentAsGiven(document, run.params), result };
}

export type StepPair = {
  readonly id: string;
  /** The later one, or else the only one. */
  readonly node: PipelineNode;
  readonly before: NodeResult | undefined;
  readonly after: NodeResult | undefined;
};

export type ReportPair = {
  readonly id: string;
  readonly node: PipelineNode;
  /** The step that trained the model that is judged. */
  readonly learner: PipelineNode | undefined;
  readonly before: Report | undefined;
  readonly after: Report | undefined;
};

export type Comparison = {
  readonly difference: DocumentDifference;
  readonly steps: readonly StepPair[];
  readonly reports: readonly ReportPair[];
};

/** What a part of the page that compares is given: the earlier run first. */
export type ComparedRuns = {
  readonly runs: readonly [ComparedRun, ComparedRun];
  readonly comparison: Comparison;
};

/** Of the steps at the top level, in the order in which they run; those that are gone at the end. */
export function compareRuns(before: ComparedRun, after: ComparedRun): Comparison {
  const steps = stepPairs(before, after);
  return {
    difference: differenceOf(before.document, after.document),
    steps,
    reports: reportPairs(before, after, steps),
  };
}

function stepPairs(before: ComparedRun, after: ComparedRun): readonly StepPair[] {
  const nodes = new Map(
    [before, after].flatMap(({ document }) => document.nodes.map((node) => [node.id, node])),
  );
  const order = [after, before].flatMap(({ document }) => [
    ...topologicalOrder(document).order,
    ...document.nodes.map(({ id }) => id),
  ]);
  return [...new Set(order)].map((id) => ({
    id,
    node: nodes.get(id)!,
    before: before.result?.nodes[id],
    after: after.result?.nodes[id],
  }));
}

function reportPairs(
  before: ComparedRun,
  after: ComparedRun,
  steps: readonly StepPair[],
): readonly ReportPair[] {
  const learners = new Map(
    [before, after].flatMap(({ document, result }) =>
      result === undefined
        ? []
        : scoresOf(document, result).map(({ report, step }) => [
            report,
            document.nodes.find(({ id }) => id === step),
          ]),
    ),
  );
  return steps.flatMap(({ id, node, ...sides }) => {
    const [was, is] = [readReport(sides.before?.report), readReport(sides.after?.report)];
    if (was === undefined && is === undefined) return [];
    const learner = learners.get(id);
    // What once judged classes and now judges numbers has nothing to compare.
    if (was !== undefined && is !== undefined && was.type !== is.type) {
      return [
        { id, node, learner, before: was, after: undefined },
        { id, node, learner, before: undefined, after: is },
      ];
    }
    return [{ id, node, learner, before: was, after: is }];
  });
}
