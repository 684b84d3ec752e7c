import { editor } from '../store/theEditor.ts';
import type { Panels, ViewSlice } from '../store/state.ts';

/** Opens, folds or sizes panels; kept in this browser. */
export function setPanels(part: Partial<Panels>): void {
  const { view } = editor.get();
  setView({ panels: { ...view.panels, ...part } });
}

export function setView(part: Partial<ViewSlice>): void {
  editor.set({ view: { ...editor.get().view, ...part } });
}
