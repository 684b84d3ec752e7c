import { useReactFlow } from '@xyflow/react';
import { useCallback } from 'react';
import { editor } from '../store/theEditor.ts';
import { boxes } from './actions.ts';
import { boundsOf, noteBox } from './geometry.ts';
import { motion } from './motion.ts';
import { openRoom } from './openRoom.ts';
import { wholeIn } from './viewport.ts';

/**
 * Shows everything. By the document rather than by React Flow, which knows the sizes of those nodes alone that it has
 * drawn: what was never in view would be left out.
 */
export function useFit(): () => void {
  const { setViewport } = useReactFlow();
  return useCallback(() => {
    const notes = Array.from(editor.get().document.notesById.values(), noteBox);
    const bounds = boundsOf([...boxes(), ...notes]);
    if (bounds !== undefined) void setViewport(wholeIn(bounds, openRoom()), motion());
  }, [setViewport]);
}
