import { loadModel } from '#nodes/sdk/learning/answer.ts';
import { crossValidate } from '#nodes/sdk/learning/crossValidate.ts';
import { revive } from '#nodes/sdk/learning/recipe.ts';
import { defineNode } from '#nodes/sdk/node.ts';
import { integer, params, text } from '#nodes/sdk/params.ts';
import { Table } from '#nodes/sdk/plan/table.ts';
import type { ModelValue } from '#nodes/sdk/values.ts';

export const node = defineNode({
  type: 'cross-validate',
  version: 1,
  implementation: 2,
  category: 'evaluate',
  title: 'Cross-validate',
  summary:
    'Trains and judges a model several times, each time on other rows, to see how far its score can be trusted.',
  synonyms: ['k-fold', 'cv', 'folds', 'validation'],
  random: true,
  tensors: true,
  params: params({
    folds: integer({
      title: 'Folds',
      description:
        'How many times to train and check. Where the table was split into folds before, those count.',
      min: 2,
      max: 100,
      default: 5,
    }),
    positive: text({
      title: 'Class of interest',
      description:
        'With two classes, the one that the ROC area is about. Empty: yes, true or 1, else the rarer class.',
    }),
  }),
  inputs: { model: { type: 'model', title: 'Model' } },
  outputs: { report: { type: 'report', title: 'Report' } },
  line: '{folds, plural, one {# fold} other {# folds}}',
  async run({ params: { folds, positive }, inputs, context }) {
    const model = inputs['model'] as ModelValue;
    const { record, learner } = await loadModel(
      model.artifact,
      context.artifacts,
      context.nodeType,
    );
    const { type, version, params: learnerParams } = record.estimator;
    const spec = { type, version, params: learnerParams, learner };
    const table = Table.of(revive(record.training.table));
    return { report: await crossValidate(spec, table, folds, context, positive || undefined) };
  },
});
