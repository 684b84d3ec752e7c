import { ActionIcon, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from '../../app/Icon.tsx';
import { useText } from '../../i18n/useText.ts';
import { setCanvas, useCanvas } from '../canvasState.ts';

/** Opens the list in the palette's place, and closes it. */
export function OutlineToggle(): ReactNode {
  const say = useText();
  const isOpen = useCanvas((state) => state.outline);
  return (
    <Tooltip label={`${say('outline.open')} (Ctrl F)`} position="right">
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={say('outline.open')}
        onClick={() => setCanvas({ outline: !isOpen })}
      >
        <Icon name="list" />
      </ActionIcon>
    </Tooltip>
  );
}
