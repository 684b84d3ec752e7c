import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { setPanels } from './setPanels.ts';
import { useEditor } from './useEditor.ts';
import './ResizeHandle.css';

type Props = { readonly panel: 'inspectorHeight' | 'formWidth'; readonly label: string };

const bounds = {
  inspectorHeight: { least: 96, most: 560, step: 16 },
  formWidth: { least: 256, most: 560, step: 16 },
} as const;

/** The edge of a panel, to drag or to move by arrow keys. */
export function ResizeHandle({ panel, label }: Props): ReactNode {
  const size = useEditor(({ view }) => view.panels[panel]);
  const isTall = panel === 'inspectorHeight';
  const { least, most, step } = bounds[panel];
  const set = (value: number): void =>
    setPanels({ [panel]: Math.round(Math.max(least, Math.min(most, value))) });
  const onPointerDown = (down: PointerEvent): void => {
    const start = isTall ? down.clientY : down.clientX;
    const onMove = (move: globalThis.PointerEvent): void =>
      set(size + start - (isTall ? move.clientY : move.clientX));
    const onUp = (): void => {
      removeEventListener('pointermove', onMove);
      removeEventListener('pointerup', onUp);
    };
    addEventListener('pointermove', onMove);
    addEventListener('pointerup', onUp);
    down.preventDefault();
  };
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === (isTall ? 'ArrowUp' : 'ArrowLeft')) set(size + step);
    if (key === (isTall ? 'ArrowDown' : 'ArrowRight')) set(size - step);
  };
  return (
    <div
      className="resize-handle"
      data-way={isTall ? 'tall' : 'wide'}
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
