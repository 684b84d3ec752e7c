/** Does what a remedy says. */
import { editor } from '../store/theEditor.ts';
import type { Fix } from './fix.ts';

export function act({ command, go }: Fix): void {
  if (command !== undefined) editor.dispatch(command());
  if (go === undefined) return;
  editor.select([go.node]);
  editor.set({ view: { ...editor.get().view, focusField: go } });
}
