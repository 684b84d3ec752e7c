import type { NodeProps } from '@xyflow/react';
import { memo, Suspense, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Note } from '#schemas/types.ts';
import { lazily } from '../../app/lazily.ts';
import { useText } from '../../i18n/useText.ts';
import { editNote, type NoteSize } from '../../store/commands/notes.ts';
import { editor } from '../../store/theEditor.ts';
import { setCanvas, useCanvas } from '../canvasState.ts';
import { NoteResize } from './NoteResize.tsx';
import { NoteTools } from './NoteTools.tsx';
import { noteWordsId, type NoteNode } from './notesToFlow.ts';
import './NoteCard.css';

// Most canvases have no note: what reads Markdown comes with the first.
const Markdown = lazily(async () => ({
  default: (await import('../../panels/markdown/Markdown.tsx')).Markdown,
}));

/** A text on the canvas: Markdown to be read, its source while it is edited. */
export const NoteCard = memo(function OneNote({
  data: { note },
  selected,
  dragging,
}: NodeProps<NoteNode>): ReactNode {
  const say = useText();
  const isEditing = useCanvas((state) => state.editedNote === note.id);
  const [size, setSize] = useState<NoteSize>();
  return (
    // Enter edits it too: the card around it has the focus (useShortcuts.ts).
    <div
      className="note-card"
      id={noteWordsId(note.id)}
      data-color={note.color ?? 'yellow'}
      data-testid={`note-${note.id}`}
      style={size}
      onDoubleClick={() => setCanvas({ editedNote: note.id })}
    >
      <span className="visually-hidden">{say('note.label')}</span>
      {isEditing ? (
        <NoteText note={note} />
      ) : (
        <div className={`note-words ${selected ? 'nowheel' : ''}`}>
          {note.text === '' ? (
            <p className="note-empty">{say('note.empty')}</p>
          ) : (
            <Suspense fallback={<p className="note-plain">{note.text}</p>}>
              <Markdown text={note.text} />
            </Suspense>
          )}
        </div>
      )}
      {selected && !dragging && <NoteTools note={note} />}
      {selected && <NoteResize note={note} onSize={setSize} />}
    </div>
  );
});

/** What is typed is in the document at once; Esc, or a click elsewhere, ends it. */
function NoteText({ note: { id, text } }: { readonly note: Note }): ReactNode {
  const say = useText();
  const end = (): void => {
    if (useCanvas.getState().editedNote === id) setCanvas({ editedNote: undefined });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    event.stopPropagation();
    if (event.key !== 'Escape') return;
    const card = event.currentTarget.closest<HTMLElement>('.react-flow__node');
    end();
    card?.focus();
  };
  return (
    <textarea
      className="note-text nodrag nopan nowheel"
      aria-label={say('note.text')}
      placeholder={say('note.empty')}
      value={text}
      maxLength={20_000}
      ref={focusAtEnd}
      onKeyDown={onKeyDown}
      onBlur={end}
      onChange={({ target }) => editor.dispatch(editNote(editor.get().document, id, target.value))}
    />
  );
}

function focusAtEnd(element: HTMLTextAreaElement | null): void {
  if (element === null) return;
  element.focus({ preventScroll: true });
  element.setSelectionRange(element.value.length, element.value.length);
}
