import { useEffect } from 'react';
import { editor } from '../store/theEditor.ts';
import { setCanvas } from './canvasState.ts';
import { isTyping } from './shortcutKeys.ts';
import { nextAlong, type Way } from './travel.ts';
import { useGoTo } from './useGoTo.ts';
import { takeTabbed } from './useKeyFocus.ts';

const ways: Readonly<Record<string, Way>> = {
  ArrowRight: 'after',
  ArrowLeft: 'before',
  ArrowUp: 'above',
  ArrowDown: 'below',
};

/** Alt and an arrow goes along a wire, Ctrl F looks for a node. Heard before React Flow, which would move the card. */
export function useTravel(): void {
  const goTo = useGoTo();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { key, altKey, ctrlKey, metaKey } = event;
      if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'f') {
        event.preventDefault();
        setCanvas({ outline: true });
        document.querySelector<HTMLElement>('[data-outline="true"] input')?.focus();
        return;
      }
      const way = Object.hasOwn(ways, key) ? ways[key] : undefined;
      if (way === undefined || ctrlKey || metaKey || isTyping(event.target)) return;
      // An arrow alone is React Flow's: it moves what is selected.
      takeTabbed();
      if (!altKey) return;
      event.preventDefault();
      event.stopPropagation();
      const { document: graph, view } = editor.get();
      const [from] = view.selectedNodes;
      const [first] = graph.nodesById.keys();
      const next = from === undefined ? first : nextAlong(graph, from, way);
      if (next !== undefined) goTo(next, true);
    };
    addEventListener('keydown', onKey, true);
    return () => removeEventListener('keydown', onKey, true);
  }, [goTo]);
}
