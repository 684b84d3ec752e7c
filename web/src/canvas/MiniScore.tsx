import type { ReactNode } from 'react';
import { judged, type Judged } from '../home/runs/scores.ts';
import type { Say } from '../i18n/useText.ts';
import type { StepState } from '../store/state.ts';

const WIDTH = 120;
const HEIGHT = 16;
const BAR = 6;

/** How well the model did of which one of these outputs reports. */
export function scoreIn(outputs: StepState['outputs']): Judged | undefined {
  for (const { report } of Object.values(outputs ?? {}) as readonly { report?: unknown }[]) {
    const found = judged(report);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What the bar means: "right in 87 of 100". */
export function scoreWords({ task, value }: Judged, say: Say): string {
  const count = Math.round(Math.max(0, value) * 100);
  return say(task === 'classification' ? 'home.score.right' : 'home.score.explains', { count });
}

/** A score as a bar: its share of what could be reached. */
export function MiniScore({ score }: { readonly score: Judged }): ReactNode {
  const share = Math.max(0, Math.min(1, score.value));
  const top = (HEIGHT - BAR) / 2;
  return (
    <svg
      className="sparkline mini-score"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className="mini-score-rest" y={top} width={WIDTH} height={BAR} />
      <rect y={top} width={share * WIDTH} height={BAR} />
    </svg>
  );
}
