/** A learner node is its parameters and its learner; the ports, the training and the record are the same for all. */
import type { Static, TObject } from 'typebox';
import { defineNode, type ModelShape, type NodeDefinition, type RunNode } from '../node.ts';
import type { Learner } from './learner.ts';
import type { Table } from '../plan/table.ts';
import { foreseenTask } from './task.ts';
import { trainModel } from './train.ts';

type LearnerNode<S extends TObject> = Omit<
  RunNode<Static<S>>,
  'run' | 'params' | 'inputs' | 'outputs' | 'category' | 'learner'
> & { readonly params: S; readonly learner: Learner<Static<S>> };

export function defineLearner<S extends TObject>(node: LearnerNode<S>): NodeDefinition {
  const { type, version, learner } = node;
  return defineNode<S>({
    ...node,
    category: 'learn',
    inputs: { table: { type: 'table', title: 'Table', needs: [{ roles: ['target'] }] } },
    outputs: { model: { type: 'model', title: 'Model' } },
    async run({ params, inputs, context }) {
      const spec = { type, version, params: params as Record<string, never>, learner };
      return { model: await trainModel(spec, inputs['table'] as Table, context) };
    },
    declareOutputs({ inputs }) {
      const table = inputs['table'] as Table | undefined;
      if (!table) return {};
      const { task, target } = foreseenTask(table, learner);
      const model: ModelShape = { kind: 'model-shape', task, target };
      return { model };
    },
  });
}
