import type { ReactNode } from 'react';
import { Icon } from '../app/Icon.tsx';
import { useText } from '../i18n/useText.ts';
import './PinMark.css';

/** Says before a card's line that the node keeps its result. */
export function PinMark(): ReactNode {
  const say = useText();
  return (
    <span className="pin-mark">
      <Icon name="pin" size={12} />
      {say('card.pinned')}
    </span>
  );
}
