import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { useSession } from '../app/useOpenPipeline.ts';
import { editor } from '../store/theEditor.ts';
import { addNoteAt, deleteSelected, selectAll, selectAlong } from './actions.ts';
import { arrange } from './arrange.ts';
import { setCanvas } from './canvasState.ts';
import { noteIdOf } from './notes/notesToFlow.ts';
import { useFit } from './useFit.ts';
import { clipOf, clipText, paste, readClip } from './clipboard.ts';

/** Keys of the canvas. The sheet of shortcuts lists them (Shortcuts.tsx). */
export function useShortcuts(): void {
  const flow = useReactFlow();
  const fit = useFit();
  const { runs } = useSession();
  useEffect(() => {
    const middle = () => flow.screenToFlowPosition({ x: innerWidth / 2, y: innerHeight / 2 - 100 });
    const onKey = (event: KeyboardEvent): void => {
      if (isTyping(event.target)) return;
      const action = actionOf(event);
      if (action === undefined) return;
      event.preventDefault();
      act(action);
    };
    const act = (action: Action): void => {
      switch (action) {
        case 'undo':
          return editor.undo();
        case 'redo':
          return editor.redo();
        case 'all':
          return selectAll();
        case 'delete':
          return deleteSelected(true);
        case 'delete-only':
          return deleteSelected(false);
        case 'duplicate':
          return duplicate();
        case 'fit':
          return fit();
        case 'arrange':
          return void arrange();
        case 'run':
          return void runs.start();
        case 'run-here':
          return void runs.start(chosenNodes());
        case 'up':
        case 'down':
          return selectAlong(action);
        case 'sheet':
          return setCanvas({ sheet: 'shortcuts' });
        case 'connect':
          return setCanvas({ sheet: 'connect' });
        case 'open':
          return openForm();
        case 'add': {
          const at = { x: innerWidth / 2 - 140, y: innerHeight / 3 };
          return setCanvas({ picker: { at, place: middle() } });
        }
        case 'note':
          return addNoteAt(middle());
        case 'escape':
          editor.select([]);
          return setCanvas({ picker: undefined, menu: undefined, refusal: undefined });
      }
    };
    const onCopy = (event: ClipboardEvent): void => copy(event, false);
    const onCut = (event: ClipboardEvent): void => copy(event, true);
    const onPaste = (event: ClipboardEvent): void => {
      if (isTyping(event.target)) return;
      const clip = readClip(event.clipboardData?.getData('text/plain') ?? '');
      if (clip === undefined) return;
      event.preventDefault();
      editor.dispatch(paste(editor.get().document, clip, 'paste', middle()));
    };
    const pairs = [
      ['keydown', onKey],
      ['copy', onCopy],
      ['cut', onCut],
      ['paste', onPaste],
    ] as const;
    for (const [name, listener] of pairs) addEventListener(name, listener as EventListener);
    return () => {
      for (const [name, listener] of pairs) removeEventListener(name, listener as EventListener);
    };
  }, [flow, fit, runs]);
}

type Action =
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
  | 'up'
  | 'down'
  | 'sheet'
  | 'connect'
  | 'open'
  | 'add'
  | 'note'
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
  f7: 'run',
  f8: 'run-here',
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

function actionOf(event: KeyboardEvent): Action | undefined {
  const { key, ctrlKey, metaKey, shiftKey, altKey, target } = event;
  if (altKey) return undefined;
  const mod = ctrlKey || metaKey ? 'mod+' : '';
  const name = `${mod}${shiftKey ? 'shift+' : ''}${key.toLowerCase()}`;
  const action = Object.hasOwn(keys, name) ? keys[name] : undefined;
  // Enter on a button is the button's.
  const isButton = target instanceof Element && target.closest('button, a, [role="menuitem"]');
  return action === 'open' && isButton !== null && isButton !== false ? undefined : action;
}

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role="dialog"], [role="grid"]') !== null
  );
}

export function duplicate(): void {
  const { document, view } = editor.get();
  editor.dispatch(
    paste(document, clipOf(document, view.selectedNodes, view.selectedNotes), 'duplicate'),
  );
}

/** Undefined, which is all of them, while none is selected. */
function chosenNodes(): readonly string[] | undefined {
  const { selectedNodes } = editor.get().view;
  return selectedNodes.size === 0 ? undefined : [...selectedNodes];
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

/** The card that has the focus is selected, and the form takes the focus; a note's text is opened. */
function openForm(): void {
  const id = document.activeElement?.closest('.react-flow__node')?.getAttribute('data-id');
  const { selectedNodes, selectedNotes } = editor.get().view;
  const [chosen] = selectedNodes.size === 0 ? selectedNotes : [];
  const note = noteIdOf(id ?? '') ?? (typeof id === 'string' ? undefined : chosen);
  if (note !== undefined) return setCanvas({ editedNote: note });
  if (typeof id === 'string') editor.select([id]);
  requestAnimationFrame(() => {
    const field = '.editor-form input, .editor-form button, .editor-form [tabindex]';
    document.querySelector<HTMLElement>(field)?.focus();
  });
}
