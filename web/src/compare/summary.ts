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
  const graphs = [difference, ...difference.definitions.changed.map(({ graph }) => graph)];
  const count = (change: 'removed' | 'added' | 'changed'): number =>
    graphs.reduce((sum, { nodes }) => sum + nodes[change].length, 0);
  return { gone: count('removed'), fresh: count('added'), changed: count('changed'), ...counts };
}
