import type { ReactNode } from 'react';
import type { ColumnProfile } from '../../api.ts';
import { useText } from '../../i18n/useText.ts';
import { useFormat } from './useFormat.ts';
import './ColumnPicture.css';

const WIDTH = 148;
const HEIGHT = 28;
const GAP = 1;

type Props = { readonly profile: ColumnProfile | undefined; readonly rows: number };

/** How the values of a column lie: a histogram of numbers, or the shares of the most frequent values. */
export function ColumnPicture({ profile, rows }: Props): ReactNode {
  const say = useText();
  const format = useFormat();
  if (profile === undefined) return <span className="column-picture" />;
  const { numbers, dates, top = [], missing } = profile;
  if (numbers !== undefined) {
    const words = say('home.range', {
      min: format.number(numbers.min),
      max: format.number(numbers.max),
      mean: format.number(numbers.mean),
    });
    return (
      <span className="column-picture" title={words}>
        <Bars counts={numbers.histogram} />
        <span className="visually-hidden">{words}</span>
      </span>
    );
  }
  if (dates !== undefined) {
    const words = say('home.dates', { min: format.day(dates.min), max: format.day(dates.max) });
    return (
      <span className="column-picture" title={words}>
        <Bars counts={dates.histogram} />
        <span className="visually-hidden">{words}</span>
      </span>
    );
  }
  const first = top[0];
  if (first === undefined) return <span className="column-picture" />;
  const present = Math.max(1, rows - missing);
  const words = top
    .slice(0, 4)
    .map(({ value, count }) => `${value} ${format.share(count / present)}`)
    .join(' · ');
  return (
    <span className="column-picture" title={words}>
      <Shares counts={top.slice(0, 4).map(({ count }) => count / present)} />
      <small>{`${first.value} ${format.share(first.count / present)}`}</small>
    </span>
  );
}

function Bars({ counts }: { readonly counts: readonly number[] }): ReactNode {
  const most = Math.max(1, ...counts);
  const width = WIDTH / counts.length;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {counts.map((count, at) => {
        const height = count === 0 ? 0 : Math.max(1.5, (count / most) * HEIGHT);
        const x = at * width;
        return <rect key={x} x={x} y={HEIGHT - height} width={width - GAP} height={height} />;
      })}
    </svg>
  );
}

function Shares({ counts }: { readonly counts: readonly number[] }): ReactNode {
  const starts = counts.map((_, at) => counts.slice(0, at).reduce((sum, count) => sum + count, 0));
  return (
    <svg viewBox={`0 0 ${WIDTH} 8`} className="column-shares" aria-hidden="true">
      <rect className="rest" width={WIDTH} height="8" rx="2" />
      {counts.map((share, at) => {
        const x = starts[at]! * WIDTH;
        const width = Math.max(0, share * WIDTH - GAP);
        return <rect key={x} x={x} width={width} height="8" rx="1" opacity={1 - at * 0.22} />;
      })}
    </svg>
  );
}
