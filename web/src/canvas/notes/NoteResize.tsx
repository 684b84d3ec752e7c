import { useStore } from '@xyflow/react';
import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import type { Note } from '#schemas/types.ts';
import { useText } from '../../i18n/useText.ts';
import { allowedSize, resizeNote, type NoteSize } from '../../store/commands/notes.ts';
import { editor } from '../../store/theEditor.ts';
import { GRID, snapped } from '../geometry.ts';

type Props = {
  readonly note: Note;
  /** The size while the hand has it; undefined once the document has it. */
  readonly onSize: (size: NoteSize | undefined) => void;
};

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** The lower right corner: dragged, or moved by the arrow keys once it has the focus. */
export function NoteResize({ note, onSize }: Props): ReactNode {
  const say = useText();
  const zoom = useStore(({ transform }) => transform[2]);
  const held = useRef<{ readonly x: number; readonly y: number }>(undefined);
  const sizeAt = ({ clientX, clientY }: PointerEvent): NoteSize => {
    const { x, y } = held.current ?? { x: clientX, y: clientY };
    const fit = editor.get().view.panels.snap ? snapped : Math.round;
    return allowedSize({
      width: fit(note.width + (clientX - x) / zoom),
      height: fit(note.height + (clientY - y) / zoom),
    });
  };
  const set = (size: NoteSize): void => {
    editor.dispatch(resizeNote(editor.get().document, note.id, size));
  };
  const onPointerDown = (event: PointerEvent<HTMLButtonElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = { x: event.clientX, y: event.clientY };
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (held.current !== undefined) onSize(sizeAt(event));
  };
  const onPointerUp = (event: PointerEvent): void => {
    if (held.current === undefined) return;
    set(sizeAt(event));
    held.current = undefined;
    onSize(undefined);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = Object.hasOwn(steps, event.key) ? steps[event.key] : undefined;
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const by = GRID * (event.shiftKey ? 4 : 1);
    set({ width: note.width + step[0] * by, height: note.height + step[1] * by });
  };
  return (
    <button
      type="button"
      className="note-resize nodrag nopan"
      aria-label={say('note.resize')}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
      onKeyDown={onKeyDown}
      onDoubleClick={(event) => event.stopPropagation()}
    />
  );
}
