/** A report's figures in words: what they mean first, then the figures themselves. */
import type { Json, Locale } from '#schemas/types.ts';
import { figure, term, whole } from '../run/words.ts';

/** A report as a result holds it. */
export interface Report {
  readonly type: string;
  readonly metrics: Readonly<Record<string, Json>>;
  readonly details?: Readonly<Record<string, Json>>;
}

interface Range {
  readonly low: number;
  readonly high: number;
}

const words = {
  en: {
    right: (share: string, range: string) => `Right in ${share} of 100 test rows${range}`,
    rightInFolds: (share: string, folds: string, range: string) =>
      `Right in ${share} of 100 rows on average over ${folds} folds${range}`,
    guessClass: (share: string) => `guessing the most common class: ${share}`,
    off: (mae: string, range: string) => `Off by ${mae} on average in test rows${range}`,
    offInFolds: (mae: string, folds: string, range: string) =>
      `Off by ${mae} on average over ${folds} folds${range}`,
    typical: (rmse: string, guess: string) =>
      `root mean squared error ${rmse}, against ${guess} for always answering the average`,
    between: (low: string, high: string) => ` (${low}–${high})`,
    giveOrTake: (points: string) => `, give or take ${points} from fold to fold`,
  },
  'pt-BR': {
    right: (share: string, range: string) => `Acerta ${share} de cada 100 linhas de teste${range}`,
    rightInFolds: (share: string, folds: string, range: string) =>
      `Acerta ${share} de cada 100 linhas, em média, em ${folds} partes${range}`,
    guessClass: (share: string) => `chutar a classe mais comum: ${share}`,
    off: (mae: string, range: string) => `Erra ${mae}, em média, nas linhas de teste${range}`,
    offInFolds: (mae: string, folds: string, range: string) =>
      `Erra ${mae}, em média, em ${folds} partes${range}`,
    typical: (rmse: string, guess: string) =>
      `raiz do erro quadrático médio ${rmse}, contra ${guess} ao responder sempre a média`,
    between: (low: string, high: string) => ` (${low}–${high})`,
    giveOrTake: (points: string) => `, com variação de ${points} de uma parte a outra`,
  },
};

/** The figures that people compare; the rest is in the result. */
const told = new Set([
  'accuracy',
  'balancedAccuracy',
  'macroF1',
  'logLoss',
  'rocAuc',
  'rmse',
  'mae',
  'r2',
  'bytes',
]);

/** One or two lines; none for a report without figures. */
export function reportLines(report: Report, locale: Locale): string[] {
  const meaning = meaningOf(report, locale);
  const figures = figuresOf(report, locale);
  return [...(meaning === undefined ? [] : [`${meaning}.`]), ...(figures === '' ? [] : [figures])];
}

function meaningOf(report: Report, locale: Locale): string | undefined {
  const { accuracy, mae } = report.metrics;
  if (typeof accuracy === 'number') return classificationMeaning(report, accuracy, locale);
  if (typeof mae === 'number') return regressionMeaning(report, mae, locale);
  return undefined;
}

function classificationMeaning(
  { metrics, details }: Report,
  accuracy: number,
  locale: Locale,
): string {
  const { right, rightInFolds, guessClass, between, giveOrTake } = words[locale];
  const { folds, accuracySd, guessAccuracy } = metrics;
  const range = rangeOf(details?.['accuracyInterval']);
  const shown = of100(accuracy, locale);
  const sentence =
    typeof folds === 'number'
      ? rightInFolds(
          shown,
          whole(folds, locale),
          typeof accuracySd === 'number' ? giveOrTake(spread(100 * accuracySd, locale)) : '',
        )
      : right(shown, range ? between(of100(range.low, locale), of100(range.high, locale)) : '');
  return typeof guessAccuracy === 'number'
    ? `${sentence}; ${guessClass(of100(guessAccuracy, locale))}`
    : sentence;
}

function regressionMeaning({ metrics, details }: Report, mae: number, locale: Locale): string {
  const { off, offInFolds, typical, between, giveOrTake } = words[locale];
  const { folds, maeSd, rmse, guessRmse } = metrics;
  const range = rangeOf(details?.['maeInterval']);
  const shown = figure(mae, locale);
  const sentence =
    typeof folds === 'number'
      ? offInFolds(
          shown,
          whole(folds, locale),
          typeof maeSd === 'number' ? giveOrTake(figure(maeSd, locale)) : '',
        )
      : off(shown, range ? between(figure(range.low, locale), figure(range.high, locale)) : '');
  return typeof rmse === 'number' && typeof guessRmse === 'number'
    ? `${sentence}; ${typical(figure(rmse, locale), figure(guessRmse, locale))}`
    : sentence;
}

/** A tenth is as fine as the share beside it. */
function spread(points: number, locale: Locale): string {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return points > 0 && points < 0.05 ? `< ${format.format(0.1)}` : format.format(points);
}

/** Never 100 while something is wrong, nor 0 while something is right. */
function of100(share: number, locale: Locale): string {
  const isNearEnd = (share > 0 && share < 0.01) || (share > 0.99 && share < 1);
  const rounded = isNearEnd
    ? Math.min(99.9, Math.max(0.1, Math.round(share * 1000) / 10))
    : Math.round(share * 100);
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(rounded);
}

function rangeOf(interval: Json | undefined): Range | undefined {
  if (typeof interval !== 'object' || interval === null || !('low' in interval)) return undefined;
  const { low, high } = interval as { low: Json; high: Json };
  return typeof low === 'number' && typeof high === 'number' ? { low, high } : undefined;
}

function figuresOf({ metrics }: Report, locale: Locale): string {
  const { n } = metrics;
  const shown = Object.entries(metrics).filter(
    (entry): entry is [string, number] => told.has(entry[0]) && typeof entry[1] === 'number',
  );
  if (shown.length === 0) return '';
  return [
    ...(typeof n === 'number' ? [`${whole(n, locale)} ${term('rows', locale)}`] : []),
    ...shown.map(([name, value]) => `${term(name, locale)} ${figure(value, locale)}`),
  ].join(' · ');
}
