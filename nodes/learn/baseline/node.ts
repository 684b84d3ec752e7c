import { fit, predictor } from '#nodes/lib/estimators/baseline.ts';
import { defineLearner } from '#nodes/sdk/learning/defineLearner.ts';
import { choice, params } from '#nodes/sdk/params.ts';

export const node = defineLearner({
  type: 'baseline',
  version: 1,
  implementation: 2,
  title: 'Baseline',
  summary: 'Guesses without looking at any column: what every real model has to beat.',
  synonyms: ['dummy', 'constant', 'majority class', 'mean', 'guess'],
  params: params({
    classification: choice(
      {
        prior: 'The most common class, with the shares of all as probabilities',
        'most-frequent': 'The most common class, as if it were certain',
      },
      { title: 'For a category, guess', default: 'prior' },
    ),
    regression: choice(
      { mean: 'The mean', median: 'The median' },
      { title: 'For a number, guess', default: 'mean' },
    ),
  }),
  line: '{classification, select, prior {class shares} other {most common class}} or {regression, select, mean {mean} other {median}}',
  learner: {
    tasks: ['classification', 'regression'],
    takesMissing: true,
    fit: async ({ params: settings, data, context }) => ({
      state: await fit(data, settings, { signal: context.signal }),
    }),
    predictor,
  },
});
