import type { ReactNode } from 'react';

const WIDTH = 100;

/** How a column's values lie, without figures. */
export function MiniHistogram({
  counts,
  height = 18,
}: {
  readonly counts: readonly number[];
  readonly height?: number;
}): ReactNode {
  const most = Math.max(1, ...counts);
  const width = WIDTH / Math.max(1, counts.length);
  return (
    <svg
      className="mini-histogram"
      viewBox={`0 0 ${WIDTH} ${height}`}
      height={height}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {counts.map((count, at) => {
        const tall = count === 0 ? 0 : Math.max(1, (count / most) * height);
        const x = at * width;
        return (
          <rect key={x} x={x} y={height - tall} width={Math.max(0.5, width - 1)} height={tall} />
        );
      })}
    </svg>
  );
}
