import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { editor } from '../store/theEditor.ts';
import { deleteSelected } from './actions.ts';
import { setCanvas, useCanvas } from './canvasState.ts';
import { clipOf, clipText, isMeantAsClip, paste, readClip } from './clipboard.ts';
import { isTyping } from './shortcutKeys.ts';

/** Copy, cut and paste by the browser's own events, so that its menu and other programs take part. */
export function useClipboard(): void {
  const { screenToFlowPosition } = useReactFlow();
  useEffect(() => {
    const onCopy = (event: ClipboardEvent): void => copy(event, false);
    const onCut = (event: ClipboardEvent): void => copy(event, true);
    const onPaste = (event: ClipboardEvent): void => {
      if (isTyping(event.target)) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const clip = readClip(text);
      if (clip === undefined && !isMeantAsClip(text)) return;
      event.preventDefault();
      if (clip === undefined) {
        setCanvas({ upload: { file: '', share: 0, problem: 'not-a-clip' } });
        return;
      }
      if (useCanvas.getState().upload?.problem === 'not-a-clip') setCanvas({ upload: undefined });
      const middle = screenToFlowPosition({ x: innerWidth / 2, y: innerHeight / 2 - 100 });
      editor.dispatch(paste(editor.get().document, clip, 'paste', middle));
    };
    addEventListener('copy', onCopy);
    addEventListener('cut', onCut);
    addEventListener('paste', onPaste);
    return () => {
      removeEventListener('copy', onCopy);
      removeEventListener('cut', onCut);
      removeEventListener('paste', onPaste);
    };
  }, [screenToFlowPosition]);
}

function copy(event: ClipboardEvent, isCut: boolean): void {
  const { document: graph, view } = editor.get();
  const isText = (getSelection()?.toString() ?? '') !== '';
  const { selectedNodes, selectedNotes } = view;
  if (isTyping(event.target) || isText || selectedNodes.size + selectedNotes.size === 0) return;
  const clip = clipOf(graph, selectedNodes, selectedNotes);
  event.clipboardData?.setData('text/plain', clipText(clip));
  event.preventDefault();
  if (isCut) deleteSelected(true);
}
