import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { usePanelSizes } from './panelSizes.ts';
import { setPanels } from './setPanels.ts';
import './ResizeHandle.css';

type Props = {
  readonly panel: keyof typeof bounds;
  readonly label: string;
};

const bounds = {
  inspectorHeight: { least: 96, most: 560, step: 16 },
  formWidth: { least: 256, most: 560, step: 16 },
  formHeight: { least: 160, most: 960, step: 16 },
} as const;

/** The edge of a panel, to drag or to move by arrow keys. */
export function ResizeHandle({ panel, label }: Props): ReactNode {
  const size = usePanelSizes()[panel];
  const isTall = panel !== 'formWidth';
  // The form hangs from above, the inspector stands below.
  const way = panel === 'formHeight' ? -1 : 1;
  const { least, most, step } = bounds[panel];
  const set = (value: number): void =>
    setPanels({
      [panel]: Math.round(Math.max(least, Math.min(most, value))),
      ...(panel === 'inspectorHeight' ? { inspectorTall: false } : {}),
    });
  const onPointerDown = (down: PointerEvent): void => {
    const panelBox = down.currentTarget.parentElement?.getBoundingClientRect();
    // What is written may be more than there was room for, or fields to fill it.
    const before = (isTall ? panelBox?.height : panelBox?.width) ?? size;
    const start = isTall ? down.clientY : down.clientX;
    const onMove = (move: globalThis.PointerEvent): void =>
      set(before + way * (start - (isTall ? move.clientY : move.clientX)));
    const onUp = (): void => {
      removeEventListener('pointermove', onMove);
      removeEventListener('pointerup', onUp);
    };
    addEventListener('pointermove', onMove);
    addEventListener('pointerup', onUp);
    down.preventDefault();
  };
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === (isTall ? 'ArrowUp' : 'ArrowLeft')) set(size + way * step);
    if (key === (isTall ? 'ArrowDown' : 'ArrowRight')) set(size - way * step);
  };
  return (
    <div
      className="resize-handle"
      data-panel={panel}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={isTall ? 'horizontal' : 'vertical'}
      aria-valuenow={size}
      aria-valuemin={least}
      aria-valuemax={most}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
    />
  );
}
