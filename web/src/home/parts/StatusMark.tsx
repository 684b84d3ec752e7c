import type { ReactNode } from 'react';
import type { RunState } from '../../api.ts';
import { useText } from '../../i18n/useText.ts';
import { Icon } from '../../app/Icon.tsx';
import { runIcons } from '../../app/icons.ts';
import './StatusMark.css';

/** How a run stands: picture, colour and word. */
export function StatusMark({ status }: { readonly status: RunState }): ReactNode {
  const say = useText();
  return (
    <span className={`status-mark status-${status}`}>
      <Icon name={runIcons[status]} size={14} />
      {say(`home.status.${status}`)}
    </span>
  );
}
