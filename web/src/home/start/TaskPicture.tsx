import type { ReactNode } from 'react';

const CLUSTER_A = [
  [34, 50],
  [46, 34],
  [54, 56],
  [64, 42],
  [40, 22],
] as const;
const CLUSTER_B = [
  [104, 24],
  [116, 40],
  [126, 18],
  [134, 34],
  [112, 54],
] as const;
const POINTS = [
  [22, 58],
  [40, 52],
  [56, 44],
  [72, 46],
  [88, 34],
  [104, 30],
  [120, 20],
  [136, 18],
] as const;
const FOLDS = [0, 1, 2, 3, 4] as const;

const pictures: Readonly<Record<string, () => ReactNode>> = {
  // Two kinds of things and the line that tells them apart.
  classify: () => (
    <>
      <path d="M76 4C94 24 76 48 92 70" fill="none" stroke="var(--accent)" strokeWidth="2" />
      {CLUSTER_A.map(([x, y]) => (
        <circle key={x} cx={x} cy={y} r="4.500" fill="var(--chart-1)" />
      ))}
      {CLUSTER_B.map(([x, y]) => (
        <rect key={x} x={x - 4} y={y - 4} width="8" height="8" rx="1.500" fill="var(--chart-2)" />
      ))}
    </>
  ),
  // Amounts along a line.
  regress: () => (
    <>
      <path d="M14 62L148 12" stroke="var(--accent)" strokeWidth="2" />
      {POINTS.map(([x, y]) => (
        <circle key={x} cx={x} cy={y} r="4" fill="var(--chart-1)" opacity="0.85" />
      ))}
    </>
  ),
  // Five rounds, each kept to check with once.
  'cross-validate': () => (
    <>
      {FOLDS.map((row) =>
        FOLDS.map((column) => (
          <rect
            key={`${row} ${column}`}
            x={18 + column * 26}
            y={7 + row * 12}
            width="22"
            height="8"
            rx="2"
            fill={row === column ? 'var(--accent)' : 'var(--line-strong)'}
            opacity={row === column ? 1 : 0.5}
          />
        )),
      )}
    </>
  ),
};

const other = (): ReactNode => (
  <>
    <path d="M50 36h60" stroke="var(--wire)" strokeWidth="2" />
    <rect x="30" y="24" width="36" height="24" rx="5" fill="var(--accent)" opacity="0.6" />
    <rect x="96" y="24" width="36" height="24" rx="5" fill="var(--accent)" />
  </>
);

/** What a template is for, drawn. */
export function TaskPicture({ template }: { readonly template: string }): ReactNode {
  const draw = Object.hasOwn(pictures, template) ? pictures[template]! : other;
  return (
    <svg viewBox="0 0 160 72" preserveAspectRatio="xMidYMid meet" aria-hidden="true">
      {draw()}
    </svg>
  );
}
