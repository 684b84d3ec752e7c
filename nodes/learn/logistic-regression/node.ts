import { fit, predictor } from '#nodes/lib/estimators/logistic.ts';
import { defineLearner } from '#nodes/sdk/learning/defineLearner.ts';
import { choice, integer, number, params } from '#nodes/sdk/params.ts';

export const node = defineLearner({
  type: 'logistic-regression',
  version: 1,
  title: 'Logistic regression',
  summary: 'Learns to tell classes apart by weighing each column; fast, and a good first model.',
  synonyms: ['classifier', 'logit', 'classification', 'linear classifier'],
  params: params({
    c: number({
      title: 'Trust in the data (C)',
      description:
        'Lower values keep the weights small, which helps with few rows or many columns.',
      above: 0,
      max: 1e6,
      default: 1,
    }),
    classWeight: choice(
      { none: 'Each row counts the same', balanced: 'Each class counts the same' },
      { title: 'Weight of the rows', default: 'none' },
    ),
    maxIterations: integer({ title: 'Iterations at most', min: 1, max: 10_000, default: 500 }),
  }),
  line: '{classWeight, select, balanced {classes weigh the same, } other {}}trust in the data C = {c}',
  learner: {
    tasks: ['classification'],
    wantsScaled: true,
    async fit({ params: { c, classWeight, maxIterations }, data, context }) {
      const state = await fit(
        data,
        { c, maxIterations, classWeight: classWeight === 'balanced' ? 'balanced' : null },
        {
          signal: context.signal,
          onProgress: ({ iteration, maxIterations: total, loss }) =>
            context.progress({ done: iteration, total, unit: 'iterations', values: { loss } }),
        },
      );
      return { state };
    },
    predictor,
  },
});
