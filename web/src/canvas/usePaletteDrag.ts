import { useReactFlow } from '@xyflow/react';
import { useCallback, type PointerEvent } from 'react';
import type { NodeType } from '#schemas/types.ts';
import type { Point } from '../store/commands/nodes.ts';
import { addAt, addNoteAt, replaceAt } from './actions.ts';
import { editor } from '../store/theEditor.ts';
import { setCanvas } from './canvasState.ts';
import { CARD } from './geometry.ts';
import { edgeAt } from './useFlowItems.ts';

const THRESHOLD = 4;

/** Drags a type out of the palette by pointer events, which work by mouse, pen and finger alike. */
export function usePaletteDrag(type: NodeType | 'note'): (event: PointerEvent) => void {
  const { screenToFlowPosition } = useReactFlow();
  return useCallback(
    (down) => {
      if (down.button !== 0) return;
      const start = { x: down.clientX, y: down.clientY };
      let isDragging = false;
      const onMove = ({ clientX: x, clientY: y }: globalThis.PointerEvent): void => {
        isDragging ||= Math.hypot(x - start.x, y - start.y) > THRESHOLD;
        if (isDragging)
          setCanvas({ dragged: { type, at: { x, y }, over: overFor(type, { x, y }) } });
      };
      const finish = (): void => {
        setCanvas({ dragged: undefined });
        removeEventListener('pointermove', onMove);
        removeEventListener('pointerup', onUp);
        removeEventListener('pointercancel', finish);
        removeEventListener('keydown', onKey, true);
      };
      const onUp = ({ clientX: x, clientY: y }: globalThis.PointerEvent): void => {
        finish();
        if (isDragging && isOverCanvas({ x, y })) drop({ x, y });
      };
      const onKey = (event: KeyboardEvent): void => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        finish();
      };
      const drop = (at: Point): void => {
        const middle = screenToFlowPosition(at);
        const place = { x: middle.x - CARD.width / 2, y: middle.y - CARD.height / 2 };
        if (type === 'note') return addNoteAt(place);
        const over = overFor(type, at);
        if (over !== undefined) return replaceAt(over, type, at);
        addAt(type, place, edgeAt(at));
      };
      addEventListener('pointermove', onMove);
      addEventListener('pointerup', onUp);
      addEventListener('pointercancel', finish);
      addEventListener('keydown', onKey, true);
    },
    [type, screenToFlowPosition],
  );
}

/** The card under a point, ports aside, where its node is of another type. */
function overFor(type: NodeType | 'note', { x, y }: Point): string | undefined {
  const under = document.elementFromPoint(x, y);
  if (type === 'note' || under?.closest('.card') == null || under.closest('.port') !== null) {
    return undefined;
  }
  const id = under.closest('.react-flow__node')?.getAttribute('data-id') ?? '';
  const node = editor.get().document.nodesById.get(id);
  return node === undefined || node.type === type.type ? undefined : id;
}

function isOverCanvas({ x, y }: Point): boolean {
  return document.elementFromPoint(x, y)?.closest('.canvas') != null;
}
