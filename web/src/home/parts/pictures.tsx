import type { ReactNode } from 'react';

/** A table whose last column is the one that counts. */
export function TablePicture(): ReactNode {
  const cells = [0, 1, 2, 3, 4].flatMap((column) =>
    [0, 1, 2, 3].map((row) => [column, row] as const),
  );
  return (
    <svg viewBox="0 0 200 96" aria-hidden="true">
      {cells.map(([column, row]) => (
        <rect
          key={`${column} ${row}`}
          x={26 + column * 30}
          y={8 + row * 21}
          width={26}
          height={row === 0 ? 13 : 15}
          rx={3}
          fill={column === 4 ? 'var(--accent)' : row === 0 ? 'var(--line-strong)' : 'var(--line)'}
          opacity={column === 4 && row > 0 ? 0.45 : 1}
        />
      ))}
    </svg>
  );
}

/** Points that a line parts. */
export function ModelPicture(): ReactNode {
  const left = [
    [40, 62],
    [58, 40],
    [70, 70],
    [84, 54],
    [52, 78],
  ] as const;
  const right = [
    [120, 30],
    [136, 52],
    [150, 26],
    [158, 66],
    [128, 74],
  ] as const;
  return (
    <svg viewBox="0 0 200 96" aria-hidden="true">
      <path d="M84 6C112 34 92 60 116 92" fill="none" stroke="var(--accent)" strokeWidth="2.5" />
      {left.map(([x, y]) => (
        <circle key={x} cx={x} cy={y} r={5} fill="var(--chart-1)" opacity={0.8} />
      ))}
      {right.map(([x, y]) => (
        <rect
          key={x}
          x={x - 5}
          y={y - 5}
          width={10}
          height={10}
          rx={2}
          fill="var(--chart-2)"
          opacity={0.85}
        />
      ))}
    </svg>
  );
}

/** Three runs, one after the other, each a little longer. */
export function RunsPicture(): ReactNode {
  return (
    <svg viewBox="0 0 200 96" aria-hidden="true">
      {[70, 104, 138].map((width, row) => (
        <g key={width}>
          <circle
            cx={30}
            cy={20 + row * 28}
            r={7}
            fill={row === 2 ? 'var(--accent)' : 'var(--done)'}
          />
          <rect x={46} y={14 + row * 28} width={width} height={12} rx={6} fill="var(--line)" />
        </g>
      ))}
    </svg>
  );
}
