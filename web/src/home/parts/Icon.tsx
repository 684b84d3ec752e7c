import type { ReactNode } from 'react';

/** Strokes on a field of 16 × 16. */
const strokes = {
  file: 'M4 2.500h5l3 3v8h-8zM9 2.500v3h3',
  upload: 'M8 10.500v-7M5 6l3-3 3 3M3 11.500v2h10v-2',
  download: 'M8 3v7M5 7.500l3 3 3-3M3 11.500v2h10v-2',
  plus: 'M8 3.500v9M3.500 8h9',
  search: 'M7 11.500a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9zM10.500 10.500l3 3',
  more: 'M3.500 8h.01M8 8h.01M12.500 8h.01',
  done: 'M3.500 8.500l3 3 6-7',
  failed: 'M4 4l8 8M12 4l-8 8',
  cancelled: 'M4 8h8',
  queued: 'M8 4.500v3.500l2.500 1.500M8 14a6 6 0 1 0 0-12 6 6 0 0 0 0 12z',
  running: 'M8 2a6 6 0 1 0 6 6',
  waiting: 'M5.500 6a2.500 2.500 0 1 1 3.500 2.300c-.7.3-1 .8-1 1.500M8 12.500h.01',
  warning: 'M8 2.500l6 10.500h-12zM8 6.500v3M8 11.200h.01',
  info: 'M8 14a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM8 7.500v3.500M8 5h.01',
  trash: 'M3 4.500h10M6.500 4.500v-2h3v2M4.500 4.500l.5 9h6l.5-9',
  copy: 'M5.500 5.500h7v7h-7zM3.500 10.500v-7h7',
  rename: 'M3 13l.7-3 7-7 2.300 2.300-7 7z',
  restore: 'M3 8a5 5 0 1 0 1.700-3.700L3 6M3 2.500V6h3.500',
  play: 'M5 3l8 5-8 5z',
  swap: 'M3 5.500h9l-2.500-2.500M13 10.500h-9l2.500 2.500',
  arrow: 'M3 8h10M9 4l4 4-4 4',
  sun: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM8 1.500v1.500M8 13v1.500M1.500 8h1.500M13 8h1.500M3.400 3.400l1 1M11.600 11.600l1 1M3.400 12.600l1-1M11.600 4.400l1-1',
  moon: 'M12.800 9.800A5.300 5.300 0 0 1 6.200 3.200a5.300 5.300 0 1 0 6.600 6.600z',
  screen: 'M2.500 3.500h11v7.500h-11zM6 13.500h4M8 11v2.500',
} as const;

export type IconName = keyof typeof strokes;

/** A picture beside words, or in a button that has a name of its own. */
export function Icon({
  name,
  size = 16,
}: {
  readonly name: IconName;
  readonly size?: number;
}): ReactNode {
  return (
    <svg
      className={`icon icon-${name}`}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
    >
      <path
        d={strokes[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth={name === 'more' ? 2.2 : 1.4}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
