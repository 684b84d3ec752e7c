import { useMemo, type ReactNode } from 'react';
import { readChart, type Chart } from '#schemas/chart.ts';
import type { StepState } from '../store/state.ts';

const WIDTH = 120;
const HEIGHT = 16;
/** More marks than these are narrower than the picture has pixels. */
const MOST = 60;

/** The outline of a picture that a node drew: its bars, or its line. Other kinds say nothing at this size. */
export function MiniChart({ outputs }: { readonly outputs: StepState['outputs'] }): ReactNode {
  const path = useMemo(() => outlineOf(outputs), [outputs]);
  if (path === undefined) return null;
  return (
    <svg
      className={`sparkline ${path.isFilled ? 'mini-chart-bars' : ''}`}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
    >
      <path d={path.d} />
    </svg>
  );
}

function outlineOf(
  outputs: StepState['outputs'],
): { readonly d: string; readonly isFilled: boolean } | undefined {
  for (const output of Object.values(outputs ?? {})) {
    const report = output['report'] as
      | { readonly details?: { readonly chart?: unknown } }
      | undefined;
    const chart = readChart(report?.details?.chart);
    if (chart?.kind === 'bar' || chart?.kind === 'histogram') {
      return { d: barsOf(chart), isFilled: true };
    }
    if (chart?.kind === 'line' && chart.fields.length === 2 && chart.rows.length > 1) {
      return { d: lineOf(chart), isFilled: false };
    }
  }
  return undefined;
}

/** Colours stand on top of each other; what is below nothing hangs from the line of nothing. */
export function barsOf({ x, rows }: Pick<Chart, 'x' | 'rows'>): string {
  const count = Math.min(MOST, x.groups?.length ?? Math.max(0, (x.edges?.length ?? 1) - 1));
  const heights = Array.from({ length: count }, () => 0);
  for (const row of rows) {
    const at = row[0] ?? -1;
    if (at >= 0 && at < count) heights[at]! += row.at(-1) ?? 0;
  }
  const [low, high] = [Math.min(...heights, 0), Math.max(...heights, 0)];
  const unit = HEIGHT / (high - low || 1);
  const ground = (high * unit).toFixed(1);
  const width = WIDTH / Math.max(1, count);
  return heights
    .map((height, at) => {
      const wide = (width * 0.85).toFixed(1);
      return `M${(at * width).toFixed(1)} ${ground}v${(-height * unit).toFixed(1)}h${wide}V${ground}Z`;
    })
    .join('');
}

function lineOf({ rows }: Chart): string {
  const points = rows.flatMap(([x, y]) => (x != null && y != null ? [[x, y] as const] : []));
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const ends = (of: readonly number[]): readonly [number, number] => [
    of.reduce((a, b) => Math.min(a, b), Infinity),
    of.reduce((a, b) => Math.max(a, b), -Infinity),
  ];
  const [[left, right], [low, high]] = [ends(xs), ends(ys)];
  return points
    .map(([x, y], at) => {
      const across = ((x - left) / (right - left || 1)) * WIDTH;
      const up = HEIGHT - 1 - ((y - low) / (high - low || 1)) * (HEIGHT - 2);
      return `${at === 0 ? 'M' : 'L'}${across.toFixed(1)} ${up.toFixed(1)}`;
    })
    .join('');
}
