import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../i18n/useText.ts';
import './RefusalBox.css';

type Props = {
  /** Where on the screen it happened. */
  readonly at: { readonly x: number; readonly y: number };
  /** How far below that it stands, and how much height it may need, in px. */
  readonly below: number;
  readonly height: number;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** What could not be done, said beside where it was tried. */
export function RefusalBox({ at, below, height, onClose, children }: Props): ReactNode {
  const say = useText();
  const style = {
    left: Math.max(8, Math.min(at.x + 12, innerWidth - 340)),
    top: Math.max(8, Math.min(at.y + below, innerHeight - height)),
  };
  return (
    <div className="refusal" role="alert" style={style}>
      <CloseButton
        className="refusal-close"
        size="sm"
        aria-label={say('action.close')}
        onClick={onClose}
      />
      {children}
    </div>
  );
}
