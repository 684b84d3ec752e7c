import type { ReactNode } from 'react';
import { Icon, type IconName } from '../../app/Icon.tsx';

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
