import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { deleteSelected } from './actions.ts';
import { chosenText, takeText } from './clipActions.ts';
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
      const middle = screenToFlowPosition({ x: innerWidth / 2, y: innerHeight / 2 - 100 });
      if (takeText(text, middle)) event.preventDefault();
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
  const isText = (getSelection()?.toString() ?? '') !== '';
  if (isTyping(event.target) || isText) return;
  const text = chosenText();
  if (text === undefined) return;
  event.clipboardData?.setData('text/plain', text);
  event.preventDefault();
  if (isCut) deleteSelected(true);
}
