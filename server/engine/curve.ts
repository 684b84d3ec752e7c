/** The figures that a step gave as it went, such as the loss of each epoch: few enough to be kept beside its result. */
import type { Progress } from '#nodes/sdk/context.ts';

/** One moment: how far the step was (`done`), and the figures of then. */
export type CurvePoint = { readonly [name: string]: number };

/** A picture shows no more. */
export const LONGEST_CURVE = 400;

export interface CurveKeeper {
  take(progress: Progress): void;
  /** From the first moment to the last, evenly thinned out. */
  points(): readonly CurvePoint[];
}

/** Whenever it is full every second point goes, and half as many are taken from there on. */
export function curveKeeper(longest = LONGEST_CURVE): CurveKeeper {
  let kept: CurvePoint[] = [];
  let last: CurvePoint | undefined;
  let every = 1;
  let seen = 0;
  return {
    take({ done, values }) {
      if (values === undefined) return;
      last = { done, ...values };
      if (seen % every === 0) kept.push(last);
      seen += 1;
      // One place stays free for the last moment.
      if (kept.length < longest) return;
      kept = kept.filter((_, at) => at % 2 === 0);
      every *= 2;
    },
    points: () => (last === undefined || kept.at(-1) === last ? [...kept] : [...kept, last]),
  };
}
