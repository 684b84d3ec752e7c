import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { useSession } from '../app/useOpenPipeline.ts';
import { editor } from '../store/theEditor.ts';
import { addNoteNear, deleteSelected, selectAll, selectAlong } from './actions.ts';
import { arrange } from './arrange.ts';
import { setCanvas } from './canvasState.ts';
import { noteIdOf } from './notes/notesToFlow.ts';
import { useFit } from './useFit.ts';
import { chosenCard } from './useGoTo.ts';
import { clipOf, paste } from './clipboard.ts';
import { resetAll, resetChosen, runAll, runFrom, runHere, togglePin } from './runActions.ts';
import { takeTabbed } from './useKeyFocus.ts';
import { actionOf, isTyping, type Action } from './shortcutKeys.ts';

/** What is done with what is selected. */
const aboutChosen: ReadonlySet<Action> = new Set([
  'delete',
  'delete-only',
  'duplicate',
  'run-here',
  'run-from',
  'reset',
  'pin',
  'up',
  'down',
  'connect',
  'add',
]);

/** Frames until a form that has to be fetched has been drawn. */
const PATIENCE = 120;

/** Keys of the canvas. The sheet of shortcuts lists them (Shortcuts.tsx). */
export function useShortcuts(): void {
  const flow = useReactFlow();
  const fit = useFit();
  const { runs } = useSession();
  useEffect(() => {
    const middle = () => flow.screenToFlowPosition({ x: innerWidth / 2, y: innerHeight / 2 - 100 });
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && backToCard(event)) return;
      if (isTyping(event.target)) return;
      const action = actionOf(event, editor.get().view.panels.bareKeys);
      if (action === undefined) return;
      event.preventDefault();
      if (aboutChosen.has(action)) takeTabbed();
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
          return runAll(runs);
        case 'run-here':
          return runHere(runs);
        case 'run-from':
          return runFrom(runs);
        case 'reset':
          return resetChosen();
        case 'reset-all':
          return resetAll();
        case 'pin':
          return void togglePin();
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
        case 'rename':
          return rename();
        case 'note':
          return addNoteNear(middle());
        case 'escape':
          editor.select([]);
          return setCanvas({
            picker: undefined,
            menu: undefined,
            refusal: undefined,
            lost: undefined,
          });
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [flow, fit, runs]);
}

export function duplicate(): void {
  const { document, view } = editor.get();
  editor.dispatch(
    paste(document, clipOf(document, view.selectedNodes, view.selectedNotes), 'duplicate'),
  );
}

/** The card that has the focus, or else the one that is selected. */
export function rename(): void {
  const focused = document.activeElement?.closest('.react-flow__node')?.getAttribute('data-id');
  const { document: graph, view } = editor.get();
  const [chosen] = view.selectedNodes;
  const id = graph.nodesById.has(focused ?? '') ? (focused ?? undefined) : chosen;
  setCanvas({ renamed: id, menu: undefined });
}

/** The card that has the focus is selected, and the form takes the focus; a note's text is opened. */
function openForm(): void {
  const id = document.activeElement?.closest('.react-flow__node')?.getAttribute('data-id');
  const { selectedNodes, selectedNotes } = editor.get().view;
  const [chosen] = selectedNodes.size === 0 ? selectedNotes : [];
  const note = noteIdOf(id ?? '') ?? (typeof id === 'string' ? undefined : chosen);
  if (note !== undefined) return setCanvas({ editedNote: note });
  if (typeof id === 'string') editor.select([id]);
  requestAnimationFrame(() => focusForm());
}

/** The first field; a form without any has its name. The first form of all is fetched before it is there. */
function focusForm(frames = PATIENCE): void {
  const controls = ':is(input, select, textarea, button):not(:disabled)';
  const field =
    document.querySelector<HTMLElement>(`.form-fields ${controls}:not(.icon-button)`) ??
    document.querySelector<HTMLElement>(`.editor-form ${controls}`);
  if (field !== null) field.focus();
  else if (frames > 0) requestAnimationFrame(() => focusForm(frames - 1));
}

/** Out of the form, of what is known of a node, or of the palette that it came from, Esc leads to its card before it deselects that. */
function backToCard({ target, defaultPrevented }: KeyboardEvent): boolean {
  const isInPanel =
    target instanceof Element &&
    target.closest('.editor-form, .editor-inspector, .palette') !== null;
  if (!isInPanel || defaultPrevented) return false;
  const card = chosenCard();
  card?.focus();
  return card !== null;
}
