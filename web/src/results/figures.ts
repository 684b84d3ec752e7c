/** The figures of a report, each with how sure it is. Their names and one line about each are `results.figure.<name>`. */
import { intervalAt, isRecord, numberAt, textAt, type Interval, type Report } from './report.ts';

const figureNames = [
  'accuracy',
  'balancedAccuracy',
  'macroF1',
  'rocAuc',
  'logLoss',
  'brier',
  'calibrationError',
  'mae',
  'rmse',
  'r2',
] as const;

export type FigureName = (typeof figureNames)[number];

export type Figure = {
  readonly name: FigureName;
  readonly value: number;
  /** 95%. */
  readonly interval: Interval | undefined;
  /** Standard deviation over the folds of a cross-validation. */
  readonly spread: number | undefined;
  /** Shares are told in per cent. */
  readonly isShare: boolean;
  /** What guessing reaches. */
  readonly guess: number | undefined;
};

const shares: ReadonlySet<string> = new Set(['accuracy', 'balancedAccuracy', 'macroF1']);
const guesses: Readonly<Record<string, string>> = { accuracy: 'guessAccuracy', rmse: 'guessRmse' };

/** In a column or beside its interval a figure has the digits of its neighbours, zeros at the end too. */
export const figureFormat = (isShare: boolean): typeof shareFormat | typeof plainFormat =>
  isShare ? shareFormat : plainFormat;

const shareFormat = {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
} as const;
const plainFormat = { minimumSignificantDigits: 4, maximumSignificantDigits: 4 } as const;

export function figuresOf({ metrics, details }: Report): readonly Figure[] {
  return figureNames.flatMap((name) => {
    const value = numberAt(metrics, name);
    if (value === undefined) return [];
    const guess = guesses[name];
    return {
      name,
      value,
      interval: intervalAt(details, `${name}Interval`),
      spread: numberAt(metrics, `${name}Sd`),
      isShare: shares.has(name),
      guess: guess === undefined ? undefined : numberAt(metrics, guess),
    };
  });
}

/** The metrics that no view knows, for a table: what a node of somebody else's reports is shown too. */
export function otherMetrics(report: Report): readonly (readonly [string, string])[] {
  const { type, metrics } = report;
  // A picture says its own figures.
  if (type === 'chart') return [];
  const isFile = savedFileOf(report) !== undefined;
  const known = new Set<string>([
    ...(isFile ? ['rows', 'columns', 'bytes'] : []),
    ...figureNames,
    ...Object.values(guesses),
    'confusion',
    'n',
    'folds',
  ]);
  return Object.entries(metrics).flatMap(([name, value]) => {
    const isSpread = name.endsWith('Sd') && known.has(name.slice(0, -2));
    if (known.has(name) || isSpread || value === null) return [];
    return [[name, typeof value === 'string' ? value : JSON.stringify(value)] as const];
  });
}

export type SavedFileFacts = {
  readonly name: string;
  readonly hash: string;
  readonly rows: number;
  readonly columns: number;
  readonly bytes: number;
};

/** What a report says of a file that its step wrote; undefined where it wrote none. */
export function savedFileOf({ details, metrics }: Report): SavedFileFacts | undefined {
  const file = details['file'];
  if (!isRecord(file)) return undefined;
  const [name, hash] = [textAt(file, 'name'), textAt(file, 'hash')];
  const [rows, columns] = [numberAt(metrics, 'rows'), numberAt(metrics, 'columns')];
  const bytes = numberAt(metrics, 'bytes');
  if (name === undefined || hash === undefined) return undefined;
  if (rows === undefined || columns === undefined || bytes === undefined) return undefined;
  return { name, hash, rows, columns, bytes };
}
