import { useStore } from 'zustand';
import { editor } from '../store/theEditor.ts';
import type { State } from '../store/state.ts';

/** A part of what the page knows; draws again only when that part changes. */
export function useEditor<T>(select: (state: State) => T): T {
  return useStore(editor.store, select);
}
