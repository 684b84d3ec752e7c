import { fit, predictor } from '#nodes/lib/estimators/linear.ts';
import { defineLearner } from '#nodes/sdk/learning/defineLearner.ts';
import { flag, number, params } from '#nodes/sdk/params.ts';

export const node = defineLearner({
  type: 'linear-regression',
  version: 1,
  title: 'Linear regression',
  summary: 'Estimates a number as a weighted sum of the columns; fast, and a good first model.',
  synonyms: ['least squares', 'ridge', 'OLS', 'linear model'],
  params: params({
    alpha: number({
      title: 'Penalty on large weights (alpha)',
      description:
        '0 is ordinary least squares; above 0 (ridge) helps with many or similar columns.',
      min: 0,
      max: 1e12,
      default: 1,
    }),
    intercept: flag({
      title: 'Learn an intercept',
      description: 'The answer where every column is 0. Leave it on unless that answer must be 0.',
      default: true,
    }),
  }),
  line: '{alpha, plural, =0 {ordinary least squares} other {ridge, alpha {alpha}}}',
  learner: {
    tasks: ['regression'],
    fit: async ({ params: settings, data, context }) => ({
      state: await fit(data, settings, { signal: context.signal }),
    }),
    predictor,
  },
});
