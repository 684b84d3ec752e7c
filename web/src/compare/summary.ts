/** How two runs differ, in counts. */
import { figureChanges } from './figures.ts';
import type { Comparison } from './pairs.ts';

export function summaryOf({ difference, reports }: Comparison) {
  const counts = { better: 0, worse: 0, undecided: 0 };
  for (const { before, after } of reports) {
    for (const { change } of figureChanges(before, after)) {
      const verdict = change?.verdict ?? 'same';
      if (verdict === 'better' || verdict === 'worse') counts[verdict] += 1;
      else if (verdict !== 'same') counts.undecided += 1;
    }
  }
  const { nodes } = difference;
  return {
    gone: nodes.removed.length,
    fresh: nodes.added.length,
    changed: nodes.changed.length,
    ...counts,
  };
}
