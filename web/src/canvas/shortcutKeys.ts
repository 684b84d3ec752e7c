/** Which key asks for what on the canvas. The sheet of shortcuts lists them (ShortcutSheet.tsx). */

export type Action =
  | 'undo'
  | 'redo'
  | 'all'
  | 'delete'
  | 'delete-only'
  | 'duplicate'
  | 'fit'
  | 'arrange'
  | 'run'
  | 'run-here'
  | 'run-from'
  | 'reset'
  | 'reset-all'
  | 'pin'
  | 'up'
  | 'down'
  | 'sheet'
  | 'connect'
  | 'open'
  | 'add'
  | 'note'
  | 'rename'
  | 'escape';

/** By `mod+key`, where mod is Control, or Command on a Mac. */
const keys: Readonly<Record<string, Action>> = {
  'mod+z': 'undo',
  'mod+shift+z': 'redo',
  'mod+y': 'redo',
  'mod+a': 'all',
  'mod+d': 'duplicate',
  'mod+enter': 'run',
  'shift+enter': 'run-here',
  f2: 'rename',
  f7: 'run',
  f8: 'run-here',
  'shift+f8': 'run-from',
  f9: 'reset',
  'shift+f9': 'reset-all',
  p: 'pin',
  delete: 'delete',
  backspace: 'delete',
  'shift+delete': 'delete-only',
  'shift+f': 'fit',
  '1': 'fit',
  'shift+a': 'arrange',
  '[': 'up',
  ']': 'down',
  '?': 'sheet',
  'shift+?': 'sheet',
  c: 'connect',
  a: 'add',
  n: 'note',
  '/': 'add',
  enter: 'open',
  escape: 'escape',
};

/** `bareKeys`: whether a character alone asks for anything (WCAG 2.1.4). */
export function actionOf(event: KeyboardEvent, bareKeys: boolean): Action | undefined {
  const { key, ctrlKey, metaKey, shiftKey, altKey, target } = event;
  if (altKey) return undefined;
  const mod = ctrlKey || metaKey ? 'mod+' : '';
  const name = `${mod}${shiftKey ? 'shift+' : ''}${key.toLowerCase()}`;
  if (!bareKeys && mod === '' && key.length === 1) return undefined;
  const action = Object.hasOwn(keys, name) ? keys[name] : undefined;
  return action === 'open' && isButton(target) ? undefined : action;
}

/** Enter on a button is the button's. */
function isButton(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, [role="menuitem"]') !== null;
}

/** Where keys have a meaning of their own: an open menu is closed by Esc, and what was chosen stays chosen. */
const ownKeys = 'input, textarea, select, [role="dialog"], [role="grid"], [role="menu"]';

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest(ownKeys) !== null;
}
