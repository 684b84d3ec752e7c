/** What a report means, in sentences, before any figure. The words are `results.meaning.<id>`. */
import { readChart } from '#schemas/chart.ts';
import { intervalAt, numberAt, textAt, type Interval, type Report } from './report.ts';

export type MeaningId =
  | 'right'
  | 'right-cv'
  | 'guess'
  | 'better'
  | 'luck'
  | 'equal'
  | 'worse'
  | 'still'
  | 'ranking'
  | 'error'
  | 'error-cv'
  | 'guess-error'
  | 'better-error'
  | 'worse-error'
  | 'explains'
  | 'explains-none'
  | 'trend'
  | 'strongest';

export type Sentence = {
  readonly id: MeaningId;
  readonly values: Readonly<Record<string, string | number>>;
};

export function meaningOf(report: Report): readonly Sentence[] {
  if (report.type === 'chart') return picture(report);
  const isFolds = report.type.startsWith('cross-validation');
  const accuracy = numberAt(report.metrics, 'accuracy');
  if (accuracy !== undefined) return classes(report, accuracy, isFolds);
  const rmse = numberAt(report.metrics, 'rmse');
  return rmse === undefined ? [] : numbers(report, rmse, isFolds);
}

/** Only what one look at the picture does not tell. */
function picture({ metrics, details }: Report): readonly Sentence[] {
  const r = numberAt(metrics, 'r');
  if (r !== undefined) return [{ id: 'trend', values: { r, strength: strengthOf(r) } }];
  const chart = readChart(details['chart']);
  if (chart?.kind !== 'correlation') return [];
  const pairs = chart.rows.flatMap(([a, b, value]) =>
    typeof value === 'number' && a !== b ? [{ a: a ?? 0, b: b ?? 0, value }] : [],
  );
  const [first] = pairs.toSorted((one, other) => Math.abs(other.value) - Math.abs(one.value));
  if (first === undefined) return [];
  const nameOf = (at: number): string => {
    const group = chart.x.groups?.[at];
    return group !== undefined && 'value' in group ? String(group.value) : '';
  };
  const values = { a: nameOf(first.a), b: nameOf(first.b), r: first.value };
  return [{ id: 'strongest', values: { ...values, strength: strengthOf(first.value) } }];
}

function strengthOf(r: number): string {
  const size = Math.abs(r);
  if (size < 0.3) return 'none';
  return `${size < 0.7 ? 'some' : 'strong'}${r > 0 ? 'Up' : 'Down'}`;
}

function classes({ metrics, details, notes }: Report, accuracy: number, isFolds: boolean) {
  const sentences: Sentence[] = [];
  const range = intervalAt(details, 'accuracyInterval');
  const isTest = notes.every(({ code }) => code !== 'measured-on-all-rows');
  const values = { right: perHundred(accuracy), part: isTest ? 'test' : 'all', ...hundreds(range) };
  sentences.push(
    isFolds
      ? { id: 'right-cv', values: { ...values, ...folds(metrics, 'accuracy') } }
      : { id: 'right', values },
  );
  const guess = numberAt(metrics, 'guessAccuracy');
  if (guess !== undefined) {
    sentences.push({ id: 'guess', values: { guess: perHundred(guess) } });
    const { low, high } = range ?? { low: accuracy, high: accuracy };
    const apart = high < guess ? 'worse' : low > guess ? 'better' : 'luck';
    const id = accuracy === guess ? 'equal' : apart;
    sentences.push({ id, values: {} });
    // Where one class is common, a model may never name the other and yet know well which rows are likelier.
    const ranking = intervalAt(details, 'rocAucInterval');
    if (id !== 'better' && ranking !== undefined && ranking.low > 0.5) {
      sentences.push({ id: 'still', values: {} });
    }
  }
  const auc = numberAt(metrics, 'rocAuc');
  const positive = textAt(details, 'positive');
  if (auc !== undefined && positive !== undefined) {
    sentences.push({ id: 'ranking', values: { auc: perHundred(auc), positive } });
  }
  return sentences;
}

function numbers({ metrics, details }: Report, rmse: number, isFolds: boolean): Sentence[] {
  const sentences: Sentence[] = [];
  const mae = numberAt(metrics, 'mae') ?? rmse;
  const range = intervalAt(details, 'maeInterval');
  const values = {
    error: mae,
    hasRange: range === undefined ? 'no' : 'yes',
    low: range?.low ?? 0,
    high: range?.high ?? 0,
  };
  sentences.push(
    isFolds
      ? { id: 'error-cv', values: { ...values, ...folds(metrics, 'mae') } }
      : { id: 'error', values },
  );
  const guess = numberAt(metrics, 'guessRmse');
  if (guess !== undefined) {
    sentences.push({ id: 'guess-error', values: { guess, rmse } });
    const { low, high } = intervalAt(details, 'rmseInterval') ?? { low: rmse, high: rmse };
    const apart = high < guess ? 'better-error' : low > guess ? 'worse-error' : 'luck';
    sentences.push({ id: rmse === guess ? 'equal' : apart, values: {} });
  }
  const r2 = numberAt(metrics, 'r2');
  if (r2 !== undefined) {
    sentences.push(
      r2 > 0
        ? { id: 'explains', values: { r2: perHundred(r2) } }
        : { id: 'explains-none', values: {} },
    );
  }
  return sentences;
}

function folds(
  metrics: Report['metrics'],
  name: string,
): Readonly<Record<string, string | number>> {
  const spread = numberAt(metrics, `${name}Sd`);
  return {
    folds: numberAt(metrics, 'folds') ?? 0,
    hasSpread: spread === undefined ? 'no' : 'yes',
    spread: name === 'accuracy' ? perHundred(spread ?? 0) : (spread ?? 0),
  };
}

function hundreds(range: Interval | undefined): Readonly<Record<string, string | number>> {
  if (range === undefined) return { hasRange: 'no', low: 0, high: 0 };
  return { hasRange: 'yes', low: perHundred(range.low), high: perHundred(range.high) };
}

/** Of every 100: whole, except near the ends, where a whole number would say "all" or "none" of what is not. */
export function perHundred(share: number): number {
  const hundred = share * 100;
  const whole = Math.round(hundred);
  const isExact = Math.abs(hundred - whole) < 1e-9;
  return !isExact && (whole >= 99 || whole <= 1) ? Math.round(hundred * 10) / 10 : whole;
}
