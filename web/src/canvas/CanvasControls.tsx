import { ActionIcon, Tooltip } from '@mantine/core';
import { Panel, useReactFlow } from '@xyflow/react';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../app/Icon.tsx';
import { useText } from '../i18n/useText.ts';
import type { MessageId } from '../i18n/messages.ts';
import { arrange } from './arrange.ts';
import { setCanvas } from './canvasState.ts';
import { useFit } from './useFit.ts';

/** Zoom, the whole graph, arranging, and the sheet of shortcuts. */
export function CanvasControls(): ReactNode {
  const { zoomIn, zoomOut } = useReactFlow();
  const fit = useFit();
  return (
    <Panel position="bottom-left" className="canvas-controls">
      <Control icon="minus" label="canvas.zoomOut" onClick={() => void zoomOut()} />
      <Control icon="plus" label="canvas.zoomIn" onClick={() => void zoomIn()} />
      <Control icon="fit" label="canvas.fit" onClick={fit} />
      <Control icon="layout" label="canvas.arrange" onClick={() => void arrange().then(fit)} />
      <Control
        icon="keyboard"
        label="canvas.shortcuts"
        onClick={() => setCanvas({ sheet: 'shortcuts' })}
      />
    </Panel>
  );
}

type ControlProps = {
  readonly icon: IconName;
  readonly label: MessageId;
  readonly onClick: () => void;
};

function Control({ icon, label, onClick }: ControlProps): ReactNode {
  const say = useText();
  return (
    <Tooltip label={say(label)} position="top">
      <ActionIcon variant="subtle" color="gray" aria-label={say(label)} onClick={onClick} size={32}>
        <Icon name={icon} />
      </ActionIcon>
    </Tooltip>
  );
}
