import type { ReactNode } from 'react';

const WIDTH = 120;
const HEIGHT = 16;

type Curve = readonly Readonly<Record<string, number>>[];

/** The figures of a training as they come: the loss, and the one on rows kept aside where there is one. */
export function Sparkline({ curve }: { readonly curve: Curve }): ReactNode {
  const names = Object.keys(curve.at(-1) ?? {}).filter((name) => /loss/i.test(name));
  const values = curve.flatMap((point) => names.flatMap((name) => point[name] ?? []));
  const finite = values.filter((value) => Number.isFinite(value));
  if (finite.length < 2) return null;
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  return (
    <svg className="sparkline" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
      {names.map((name) => (
        <path key={name} d={pathOf(curve, name, low, high)} data-name={name} />
      ))}
    </svg>
  );
}

function pathOf(curve: Curve, name: string, low: number, high: number): string {
  const span = high - low || 1;
  return curve
    .flatMap((point, at) => {
      const value = point[name];
      if (value === undefined || !Number.isFinite(value)) return [];
      const x = (at / Math.max(1, curve.length - 1)) * WIDTH;
      const y = HEIGHT - 1 - ((value - low) / span) * (HEIGHT - 2);
      return `${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .map((place, at) => `${at === 0 ? 'M' : 'L'}${place}`)
    .join('');
}
