import type { ReactNode } from 'react';

const paths = {
  up: 'M4 10l4-4 4 4',
  down: 'M4 6l4 4 4-4',
  remove: 'M4.5 4.5l7 7m0-7l-7 7',
  reset: 'M3.5 6.5h6a3 3 0 0 1 0 6H6M3.5 6.5L6 4M3.5 6.5L6 9',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  add: 'M8 3.5v9M3.5 8h9',
  formula: 'M11 3.5c-2-.6-3 .3-3.3 2L6.5 12c-.3 1.3-1 1.7-2 1.500M5 7.500h5',
  help: 'M6 6a2 2 0 1 1 2.7 1.900c-.5.2-.7.5-.7 1.100M8 11.500v.01',
} as const;

export type IconName = keyof typeof paths;

type Props = {
  readonly icon: IconName;
  readonly label: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
};

/** A small button that shows a sign and says its name. */
export function IconButton({ icon, label, disabled = false, onClick }: Props): ReactNode {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}

export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
