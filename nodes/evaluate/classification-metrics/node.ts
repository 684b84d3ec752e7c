import { classificationReport } from '#nodes/sdk/learning/evaluate.ts';
import { classAnswers, readClassPredictions } from '#nodes/sdk/learning/predicted.ts';
import { defineNode } from '#nodes/sdk/node.ts';
import { params, text } from '#nodes/sdk/params.ts';
import type { Table } from '#nodes/sdk/plan/table.ts';

export const node = defineNode({
  type: 'classification-metrics',
  version: 1,
  implementation: 3,
  category: 'evaluate',
  title: 'Classification metrics',
  summary: 'Says how often the predicted class is right, on rows that the model never saw.',
  synonyms: ['accuracy', 'confusion matrix', 'ROC', 'AUC', 'F1', 'precision', 'recall', 'evaluate'],
  params: params({
    positive: text({
      title: 'Class of interest',
      description:
        'With two classes, the one that precision, recall and the ROC curve are about. Empty: yes, true or 1, else the rarer class.',
    }),
  }),
  inputs: {
    table: {
      type: 'table',
      title: 'Table with predictions',
      needs: [{ roles: ['prediction'] }, { roles: ['probability'] }, { roles: ['target'] }],
    },
  },
  outputs: { report: { type: 'report', title: 'Report' } },
  line: '{positive, select, none {} other {{positive}}}',
  messages: {
    'unknown-class': {
      message: 'No row has the class “{positive}”; the classes are {classes}.',
      remedy: 'Choose one of them, or leave the field empty.',
    },
  },
  declareOutputs({ inputs }) {
    const table = inputs['table'] as Table | undefined;
    if (table) classAnswers(table);
    return {};
  },
  async run({ params: { positive }, inputs, context }) {
    const read = await readClassPredictions(inputs['table'] as Table, context.tables);
    const { classes } = read.predictions;
    const known = positive === '' || classes.includes(positive);
    const report = classificationReport(
      read.predictions,
      known && positive !== '' ? positive : undefined,
    );
    const unknown = {
      code: 'classification-metrics.unknown-class',
      level: 'warning',
      params: { positive, classes: classes.join(', ') },
    } as const;
    const notes = [...read.notes, ...(known ? [] : [unknown]), ...(report.notes ?? [])];
    return { report: { ...report, notes } };
  },
});
