import { Button } from '@mantine/core';
import { useReactFlow } from '@xyflow/react';
import type { ReactNode } from 'react';
import { Icon } from '../app/Icon.tsx';
import { useText } from '../i18n/useText.ts';
import { setCanvas } from './canvasState.ts';

/** One sentence, one action. */
export function EmptyCanvas(): ReactNode {
  const say = useText();
  const { screenToFlowPosition } = useReactFlow();
  const open = (): void => {
    const at = { x: innerWidth / 2 - 140, y: innerHeight / 3 };
    setCanvas({ picker: { at, place: screenToFlowPosition(at) } });
  };
  return (
    <div className="empty-canvas">
      <p>{say('canvas.empty')}</p>
      <Button onClick={open} leftSection={<Icon name="plus" />}>
        {say('canvas.addFirst')}
      </Button>
    </div>
  );
}
