/** The figures of two reports side by side. */
import { figuresOf, otherMetrics, type Figure, type FigureName } from '../results/figures.ts';
import { numberAt, type Report } from '../results/report.ts';
import { verdictOf, type Verdict } from './verdict.ts';

export type FigureChange = {
  readonly name: FigureName;
  readonly before: Figure | undefined;
  readonly after: Figure | undefined;
  /** After minus before, and what to make of it; undefined where one side has no such figure. */
  readonly change: { readonly difference: number; readonly verdict: Verdict } | undefined;
};

export function figureChanges(
  before: Report | undefined,
  after: Report | undefined,
): readonly FigureChange[] {
  const [was, is] = [before, after].map((report) =>
    report === undefined ? [] : figuresOf(report),
  ) as [readonly Figure[], readonly Figure[]];
  const names = new Set([...was, ...is].map(({ name }) => name));
  return [...names].map((name) => {
    const [earlier, later] = [was, is].map((figures) => figures.find((one) => one.name === name));
    const change =
      earlier === undefined || later === undefined
        ? undefined
        : {
            difference: later.value - earlier.value,
            verdict: verdictOf(
              { figure: earlier, folds: numberAt(before!.metrics, 'folds') },
              { figure: later, folds: numberAt(after!.metrics, 'folds') },
            ),
          };
    return { name, before: earlier, after: later, change };
  });
}

export type OtherChange = {
  readonly name: string;
  readonly before: string;
  readonly after: string;
};

/** Metrics that no view knows, where they differ: nobody can say which is better. */
export function otherChanges(before: Report, after: Report): readonly OtherChange[] {
  const [was, is] = [new Map(otherMetrics(before)), new Map(otherMetrics(after))];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((name) => {
    const change = { name, before: was.get(name) ?? '–', after: is.get(name) ?? '–' };
    return change.before === change.after ? [] : [change];
  });
}

/** How many rows each was measured on, where that differs: then the figures are not of the same rows. */
export function rowsApart(
  before: Report,
  after: Report,
): { readonly before: number; readonly after: number } | undefined {
  const [was, is] = [numberAt(before.metrics, 'n'), numberAt(after.metrics, 'n')];
  return was === undefined || is === undefined || was === is
    ? undefined
    : { before: was, after: is };
}
