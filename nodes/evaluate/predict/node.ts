import { loadModel } from '#nodes/sdk/learning/answer.ts';
import { unseenCategories } from '#nodes/sdk/learning/categories.ts';
import { declarePredictions } from '#nodes/sdk/learning/outputs.ts';
import { predictTable } from '#nodes/sdk/learning/predict.ts';
import { defineNode, type ModelShape } from '#nodes/sdk/node.ts';
import { params } from '#nodes/sdk/params.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';
import type { ModelValue } from '#nodes/sdk/values.ts';

export const node = defineNode({
  type: 'predict',
  version: 1,
  category: 'evaluate',
  title: 'Predict',
  summary: 'Lets a model answer for each row of a table.',
  synonyms: ['score', 'apply model', 'inference', 'classify'],
  params: params({}),
  inputs: {
    model: { type: 'model', title: 'Model' },
    table: { type: 'table', title: 'Table' },
  },
  outputs: { table: { type: 'table', title: 'Table with predictions' } },
  async run({ inputs, context }) {
    const model = inputs['model'] as ModelValue;
    const table = inputs['table'] as Table;
    const { record, predictor } = await loadModel(
      model.artifact,
      context.artifacts,
      context.nodeType,
    );
    const predicted = await predictTable(record, predictor, table, context.tables);
    const notes = await unseenCategories(table, record.training.categories, context.tables);
    for (const note of notes) context.log(note);
    return { table: predicted };
  },
  declareOutputs({ inputs }) {
    const table = inputs['table'] as Table | undefined;
    const model = inputs['model'] as ModelShape | undefined;
    if (!table || !model) return {};
    return { table: declarePredictions(table.schema, model) };
  },
});
