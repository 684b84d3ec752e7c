/** Which kind of question a model answers, as far as the columns tell, and which measures judge such answers. */
import type { Column, PipelineNode } from '#schemas/types.ts';
import { applyChange, difference } from '../store/change.ts';
import { replaceNodes, retyped } from '../store/commands/nodes.ts';
import type { Fix, FixId, Make, Parts } from './fix.ts';
import { schemaAt, tableEdge } from './tableWay.ts';

export type Task = 'classification' | 'regression';

const measures: Readonly<Record<Task, string>> = {
  classification: 'classification-metrics',
  regression: 'regression-metrics',
};

/** Of what is predicted in a table, as a learner reads it; undefined where no column is. */
export function taskOfColumns(columns: readonly Column[] = []): Task | undefined {
  const target = columns.find(({ role }) => role === 'target');
  if (target === undefined) return undefined;
  const { meaning, type } = target;
  return meaning === 'category' || type === 'text' || type === 'bool'
    ? 'classification'
    : 'regression';
}

/** By the table that it learns from. */
export function taskOfModel(learner: PipelineNode, parts: Parts): Task | undefined {
  const type = parts.catalogue.types.get(learner.type);
  const edge = type && tableEdge(learner, type, parts);
  return edge && taskOfColumns(schemaAt(edge.from, parts));
}

/** Whether a node judges answers to the other kind of question. */
export const judgesOther = ({ type }: PipelineNode, task: Task | undefined): boolean =>
  task !== undefined && type !== measures[task] && Object.values(measures).includes(type);

const replacing: Readonly<Partial<Record<FixId, FixId>>> = {
  connect: 'connect-replace',
  insert: 'insert-replace',
  'insert-for': 'insert-for-replace',
};

/** The same remedies; where what comes then is judged by other measures, those take the node's place in the same step. */
export function judged(
  fixes: readonly Fix[],
  task: Task | undefined,
  node: PipelineNode,
  parts: Parts,
): readonly Fix[] {
  if (task === undefined || !judgesOther(node, task)) return fixes;
  const { document, catalogue, locale } = parts;
  const type = catalogue.types.get(measures[task]);
  if (type === undefined) return fixes;
  const both =
    (make: Make): Make =>
    () => {
      const command = make();
      if (command === undefined) return undefined;
      const made = applyChange(document, command.change);
      const retype = replaceNodes(made, [node.id], (each) => retyped(each, type, {}));
      return { ...command, change: difference(document, applyChange(made, retype)) };
    };
  return fixes.map((each) => {
    const id = replacing[each.id];
    if (id === undefined || each.command === undefined) return each;
    const values = { ...each.values, measures: type.title[locale] };
    return { ...each, id, values, command: both(each.command) };
  });
}
