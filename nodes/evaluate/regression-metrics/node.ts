import { regressionReport } from '#nodes/sdk/learning/evaluate.ts';
import { numberAnswers, readNumberPredictions } from '#nodes/sdk/learning/predicted.ts';
import { defineNode } from '#nodes/sdk/node.ts';
import { params } from '#nodes/sdk/params.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';

export const node = defineNode({
  type: 'regression-metrics',
  version: 1,
  category: 'evaluate',
  title: 'Regression metrics',
  summary:
    'Says how far the predicted numbers are from the real ones, on rows that the model never saw.',
  synonyms: ['RMSE', 'MAE', 'R2', 'error', 'residuals', 'evaluate'],
  params: params({}),
  inputs: {
    table: {
      type: 'table',
      title: 'Table with predictions',
      needs: [
        { roles: ['prediction'], types: ['int64', 'float64'] },
        { roles: ['target'], types: ['int64', 'float64'] },
      ],
    },
  },
  outputs: { report: { type: 'report', title: 'Report' } },
  declareOutputs({ inputs }) {
    const table = inputs['table'] as Table | undefined;
    if (table) numberAnswers(table);
    return {};
  },
  async run({ inputs, context }) {
    const read = await readNumberPredictions(inputs['table'] as Table, context.tables);
    const report = regressionReport(read.predictions);
    return { report: { ...report, notes: [...read.notes, ...(report.notes ?? [])] } };
  },
});
