import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sayIn } from '../../../test/web/say.ts';
import { csvOf } from './charts/csv.ts';
import { confusionOf, shareOf } from './confusion.ts';
import { figuresOf, otherMetrics, savedFileOf } from './figures.ts';
import { meaningOf, perHundred } from './meaning.ts';
import { pointsAt, readReport, type Report } from './report.ts';

const report = (parts: Partial<Report>): Report => ({
  type: 'classification',
  metrics: {},
  details: {},
  notes: [],
  ...parts,
});

function words(locale: 'en' | 'pt-BR', of: Report): string {
  const say = sayIn(locale);
  return meaningOf(of)
    .map(({ id, values }) => say(`results.meaning.${id}`, values))
    .join(' ');
}

describe('what a report means', () => {
  const good = report({
    metrics: { accuracy: 0.871, guessAccuracy: 0.73, rocAuc: 0.9 },
    details: { accuracyInterval: { low: 0.84, high: 0.899 }, positive: 'sim' },
  });

  test('of classes comes in hundreds, with how sure it is and what guessing would do', () => {
    expect(words('pt-BR', good)).toBe(
      'Acerta 87 de cada 100 linhas do teste (entre 84 e 90). Chutar a classe mais comum acertaria 73. ' +
        'Aprendeu algo que o chute não sabe. De 100 pares com um caso de “sim” e um sem, ele dá ao caso a ' +
        'probabilidade maior em 90.',
    );
    expect(words('en', good)).toMatch(
      /^Right on 87 of every 100 test rows \(between 84 and 90\)\. Guessing the most common class would be right on 73\./,
    );
  });

  test('never praises luck, or what guessing does better', () => {
    const wide = { ...good, details: { accuracyInterval: { low: 0.7, high: 0.95 } } };
    expect(words('en', wide)).toContain('may be luck');
    const bad = {
      ...good,
      metrics: { accuracy: 0.6, guessAccuracy: 0.73 },
      details: { accuracyInterval: { low: 0.55, high: 0.65 } },
    };
    expect(words('en', bad)).toContain('Guessing would do better');
  });

  test('says of a guess that it is one, instead of a difference that there is not', () => {
    const guess = { ...good, metrics: { accuracy: 0.73, guessAccuracy: 0.73 } };
    const wide = { ...guess, details: { accuracyInterval: { low: 0.7, high: 0.76 } } };
    expect(words('en', wide)).toMatch(/right on 73\. That is as good as guessing\.$/);
    const mean = report({ type: 'regression', metrics: { mae: 3, rmse: 4, guessRmse: 4 } });
    expect(words('en', mean)).toContain('That is as good as guessing.');
  });

  test('does not call worse what a few rows more could turn, nor hides that the probabilities tell', () => {
    const close = report({
      metrics: { accuracy: 0.855, guessAccuracy: 0.859, rocAuc: 0.804 },
      details: {
        accuracyInterval: { low: 0.832, high: 0.875 },
        rocAucInterval: { low: 0.766, high: 0.843 },
        positive: 'yes',
      },
    });
    expect(words('en', close)).toContain(
      'The difference may be luck: these rows cannot tell the two apart. Yet its probabilities tell something. ' +
        'Of 100 pairs with one case of “yes” and one without, it gives the case the higher probability in 80.',
    );
    const unsure = {
      ...close,
      details: { ...close.details, rocAucInterval: { low: 0.4, high: 0.9 } },
    };
    expect(words('en', unsure)).not.toContain('Yet');
  });

  test('does not speak of test rows where all rows were measured', () => {
    const notes = [{ code: 'measured-on-all-rows', level: 'warning' }] as const;
    expect(words('pt-BR', { ...good, notes })).toMatch(/^Acerta 87 de cada 100 linhas \(/);
  });

  test('of numbers says the usual error in their own unit', () => {
    const numbers = report({
      type: 'regression',
      metrics: { rmse: 10.4, mae: 8.25, r2: 0.61, guessRmse: 16.7 },
      details: { maeInterval: { low: 7.5, high: 9 } },
    });
    expect(words('pt-BR', numbers)).toBe(
      'Erra em média 8,25 (entre 7,5 e 9). Contando mais os erros grandes (RMSE), o erro é de 10,4; chutando ' +
        'sempre a média, de 16,7. Aprendeu algo que a média não sabe. Explica 61% da variação dos valores (R²).',
    );
  });

  test('of numbers calls nothing better or worse that a few rows more could turn', () => {
    const apart = (rmse: number, rmseInterval: { low: number; high: number }): string =>
      words(
        'en',
        report({
          type: 'regression',
          metrics: { rmse, mae: 3, guessRmse: 5 },
          details: { rmseInterval },
        }),
      );
    expect(apart(4.9, { low: 4.2, high: 5.6 })).toContain('may be luck');
    expect(apart(5.1, { low: 4.4, high: 5.8 })).toContain('may be luck');
    expect(apart(4, { low: 3.6, high: 4.4 })).toContain('It learned something');
    expect(apart(6, { low: 5.5, high: 6.5 })).toContain('The mean would do better');
  });

  test('of folds says the mean and how it varies', () => {
    const folds = report({
      type: 'cross-validation-classification',
      metrics: { folds: 5, accuracy: 0.8, accuracySd: 0.03 },
    });
    expect(words('pt-BR', folds)).toBe(
      'Treinado e conferido 5 vezes, acerta em média 80 de cada 100 linhas (± 3 de uma dobra para outra).',
    );
  });

  test('says all or none only where it is so', () => {
    expect([1, 0.999, 0.5, 0.004, 0].map(perHundred)).toEqual([100, 99.9, 50, 0.4, 0]);
  });
});

test('a report is read from any JSON without a throw', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const read = readReport(value);
      const all = read && [meaningOf(read), figuresOf(read), otherMetrics(read), confusionOf(read)];
      expect(all === undefined || all.length === 4).toBe(true);
    }),
  );
  const hostile = {
    type: 'classification',
    metrics: { accuracy: '1', confusion: [[1], [2, 3]] },
    details: [],
  };
  const read = readReport(hostile)!;
  expect(figuresOf(read)).toEqual([]);
  expect(confusionOf(read)).toBeUndefined();
  expect(meaningOf(read)).toEqual([]);
});

test('figures stand with their intervals, and what no view knows is kept', () => {
  const read = report({
    metrics: { accuracy: 0.9, accuracySd: 0.1, guessAccuracy: 0.5, lift: 3, gone: null },
    details: { accuracyInterval: { low: 0.8, high: 0.95 } },
  });
  expect(figuresOf(read)).toEqual([
    {
      name: 'accuracy',
      value: 0.9,
      interval: { low: 0.8, high: 0.95 },
      spread: 0.1,
      isShare: true,
      guess: 0.5,
    },
  ]);
  expect(otherMetrics(read)).toEqual([['lift', '3']]);
});

test('a confusion matrix knows its classes and the share of each row', () => {
  const confusion = confusionOf(
    report({
      metrics: {
        confusion: [
          [8, 2],
          [0, 0],
        ],
      },
      details: { classes: ['a', 'b'] },
    }),
  )!;
  expect(confusion.classes).toEqual(['a', 'b']);
  expect(shareOf(confusion, 0, 1)).toBe(0.2);
  expect(shareOf(confusion, 1, 0)).toBe(0);
});

test('points without both members are left out', () => {
  const details = {
    roc: [
      { fpr: 0, tpr: 0 },
      { fpr: null, tpr: 1 },
      { fpr: 1, tpr: 1 },
    ],
  };
  expect(pointsAt(details, 'roc', 'fpr', 'tpr')).toEqual([
    [0, 0],
    [1, 1],
  ]);
});

test('a table is saved as spreadsheets of the language open it, and no cell becomes a formula', () => {
  const table = {
    columns: ['a;b', 'c'],
    rows: [
      [1.5, null],
      ['=1+1', 'x"y'],
    ],
  };
  expect(csvOf(table, 'pt-BR')).toBe('\u{feff}"a;b";c\r\n1,5;\r\n\'=1+1;"x""y"\r\n');
  expect(csvOf(table, 'en')).toBe('\u{feff}a;b,c\r\n1.5,\r\n\'=1+1,"x""y"\r\n');
});

test('a file that was saved is told by its name and size, not as figures that nobody knows', () => {
  const metrics = { rows: 206, columns: 10, bytes: 37_000 };
  const file = { name: 'answers.csv', format: 'csv', hash: 'a1' };
  const saved = report({ type: 'file', metrics, details: { file } });
  expect(savedFileOf(saved)).toEqual({ name: 'answers.csv', hash: 'a1', ...metrics });
  expect(otherMetrics(saved)).toEqual([]);
  // A node of somebody else's may count rows without a file.
  expect(savedFileOf(report({ metrics }))).toBeUndefined();
  expect(otherMetrics(report({ metrics }))).toHaveLength(3);
});
