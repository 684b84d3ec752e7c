import { describe, expect, test } from 'vitest';
import { sayIn } from '../../../../test/web/say.ts';
import type { Score } from './scores.ts';
import { verdictWords, worthUsing } from './verdictWords.ts';

const score = (step: string, value: number, more: Partial<Score> = {}): Score => ({
  step,
  type: step === 'guess' ? 'baseline' : step,
  label: undefined,
  task: 'classification',
  value,
  rows: 1000,
  isFolds: false,
  report: `${step}-metrics`,
  ...more,
});
const words = (...scores: Score[]): string =>
  verdictWords(scores, { say: sayIn('en'), nameOf: ({ step }) => step, rough: String });

describe('what the comparison of models comes to', () => {
  test('the best, and what a guess would reach', () => {
    const scores = [score('network', 0.97), score('guess', 0.44)];
    expect(words(...scores)).toBe(
      'network is right in 97 of 100 rows that it never saw. Guessing without looking would be right in 44.',
    );
    expect(worthUsing(scores)?.step).toBe('network');
  });

  test('where one class is common, a model that finds the likelier is not called useless', () => {
    const ranks = { positive: 'yes', auc: 0.8, low: 0.77 };
    const scores = [score('guess', 0.859), score('logistic', 0.855, { ranks })];
    expect(words(...scores)).toContain(
      'Yet shown one “yes” row and one other, logistic tells which is which in 80 of 100 pairs.',
    );
    expect(worthUsing(scores)?.step).toBe('logistic');
  });

  test('no model is offered that may rank by luck, and few rows are said to be few', () => {
    const ranks = { positive: 'yes', auc: 0.6, low: 0.4 };
    const scores = [
      score('guess', 0.72, { rows: 36 }),
      score('logistic', 0.67, { rows: 36, ranks }),
    ];
    expect(words(...scores)).toContain('So few rows were checked that this may be chance.');
    expect(words(score('guess', 0.72), score('logistic', 0.67))).not.toContain('chance');
    expect(worthUsing(scores)).toBeUndefined();
  });

  test('an amount that was taken for a category is said to be one, and no model of it is offered', () => {
    const amounts = { amounts: 840 };
    const scores = [score('guess', 0, amounts), score('logistic', 0, amounts)];
    expect(words(...scores)).toMatch(/840 different values.*treat the target as a number/);
    expect(worthUsing(scores.toReversed())).toBeUndefined();
  });

  test('numbers: says so where the usual error is the smallest and a few are very large', () => {
    const number = (step: string, value: number, error: number): Score =>
      score(step, value, { task: 'regression', error });
    const linear = number('linear', 0.92, 741);
    const guess = number('guess', 0, 3020);
    expect(words(number('network', 0.83, 337), linear, guess)).toBe(
      'network is typically off by 337 on rows that it never saw. Guessing without looking would be off by 3020. ' +
        'A few of its errors are very large, though: linear explains more.',
    );
    expect(words(number('network', 0.95, 337), linear, guess)).not.toContain('though');
  });
});
