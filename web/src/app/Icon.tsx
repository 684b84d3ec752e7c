import type { ReactNode } from 'react';

/** Strokes on a grid of 24, drawn for this interface. */
const shapes = {
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  up: 'M6 14.5l6-6 6 6',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  cross: 'M6 6l12 12M18 6L6 18',
  undo: 'M8.5 5L4 9.5 8.5 14M4 9.5h10a5 5 0 0 1 0 10h-3',
  redo: 'M15.5 5L20 9.5 15.5 14M20 9.5H10a5 5 0 0 0 0 10h3',
  play: 'M8 5.5v13l10.5-6.5z',
  stop: 'M7 7h10v10H7z',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16.2 16.2L20 20',
  down: 'M6 9.5l6 6 6-6',
  right: 'M9.5 6l6 6-6 6',
  left: 'M14.5 6l-6 6 6 6',
  home: 'M4 11l8-7 8 7v9h-5.5v-6h-5v6H4z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z',
  globe:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c3 2.6 4 5.6 4 9s-1 6.4-4 9c-3-2.6-4-5.6-4-9s1-6.4 4-9z',
  dots: 'M5 12h.01M12 12h.01M19 12h.01',
  warning: 'M12 4l9 16H3zM12 10v4.5M12 17.3h.01',
  bell: 'M6.5 16.5v-6a5.5 5.5 0 0 1 11 0v6l1.5 2H5zM10.2 18.5a1.9 1.9 0 0 0 3.6 0M12 3v2',
  bellOn:
    'M6.5 16.5v-6a5.5 5.5 0 0 1 11 0v6l1.5 2H5zM10.2 18.5a1.9 1.9 0 0 0 3.6 0M12 3v2M3 9.5a8 8 0 0 1 2.5-5M21 9.5a8 8 0 0 0-2.5-5',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5.5l3.5 2',
  skip: 'M5 6l8 6-8 6zM18 6v12',
  history: 'M4 12a8 8 0 1 0 2.5-5.8M4 4v4h4M12 8v4.5l3 1.7',
  again:
    'M5 10.5A7.3 7.3 0 0 1 18.3 8l1.7 2M20 4.5V10h-5.5M19 13.5A7.3 7.3 0 0 1 5.7 16L4 14M4 19.5V14h5.5',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20c.8-4 3.8-6 7.5-6s6.7 2 7.5 6',
  circle: 'M12 4.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15z',
  ring: 'M12 4.5a7.5 7.5 0 1 1-7.5 7.5',
  fit: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  layout: 'M4 4h6v6H4zM14 4h6v6h-6zM9 14h6v6H9zM7 10v2h10v-2M12 12v2',
  keyboard: 'M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M8 14h8',
  download: 'M12 4v11M7.5 10.5L12 15l4.5-4.5M5 20h14',
  upload: 'M12 15V4M7.5 8.5L12 4l4.5 4.5M5 20h14',
  panel: 'M4 5h16v14H4zM4 14h16',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  grid: 'M4 4h16v16H4zM4 9.3h16M4 14.7h16M9.3 4v16M14.7 4v16',
  help: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.5 9.7a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.9-1.1 1.800M12 16.8h.01',
  screen: 'M4 5h16v11H4zM9 20h6M12 16v4',
  map: 'M4 5h16v14H4zM12 11h5v5h-5z',
  pin: 'M9 4h6M10 4v6l-3 4h10l-3-4V4M12 14v6',
  note: 'M5 4h14v10l-5 6H5zM14 20v-6h5M8.5 9h7M8.5 12.5h4',
  file: 'M6 3.5h8l4.5 4.5v12.5H6zM14 3.5V8h4.5',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.5h.01',
  trash: 'M4.5 6.5h15M9.5 6.5v-3h5v3M6.5 6.5l1 14h9l1-14',
  copy: 'M8.5 8.5h11v11h-11zM5 15.5V5h10.5',
  rename: 'M4.5 19.5l1-4.5L16 4.5 19.5 8 9 18.5z',
  swap: 'M4.5 8H18l-4-4M19.5 16H6l4 4',
} as const;

export type IconName = keyof typeof shapes;

type Props = { readonly name: IconName; readonly size?: number; readonly className?: string };

export function Icon({ name, size = 16, className }: Props): ReactNode {
  return (
    <svg
      className={className === undefined ? 'icon' : `icon ${className}`}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'dots' ? 3 : 2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <path d={shapes[name]} />
    </svg>
  );
}
