import { NodeToolbar, Position } from '@xyflow/react';
import type { ReactNode } from 'react';
import type { Note } from '#schemas/types.ts';
import { Icon } from '../../app/Icon.tsx';
import { useEditor } from '../../app/useEditor.ts';
import { useText } from '../../i18n/useText.ts';
import { colourNote, noteColours } from '../../store/commands/notes.ts';
import { editor } from '../../store/theEditor.ts';
import { setCanvas } from '../canvasState.ts';
import { flowIdOfNote } from './notesToFlow.ts';

/** The note is behind the cards, its tools are not. */
const above = { zIndex: 1_001 };

/** Over a note that is selected by itself: its colour, and the way to its text. */
export function NoteTools({ note }: { readonly note: Note }): ReactNode {
  const say = useText();
  const isAlone = useEditor(
    ({ view }) => view.selectedNotes.size === 1 && view.selectedNodes.size === 0,
  );
  if (!isAlone) return null;
  const now = note.color ?? 'yellow';
  return (
    <NodeToolbar
      nodeId={flowIdOfNote(note.id)}
      isVisible
      position={Position.Top}
      align="start"
      offset={6}
      style={above}
    >
      <div className="note-tools nodrag nopan" role="toolbar" aria-label={say('note.tools')}>
        {noteColours.map((colour) => (
          <button
            key={colour}
            type="button"
            className="note-swatch"
            data-color={colour}
            aria-pressed={colour === now}
            aria-label={say(`note.colour.${colour}`)}
            title={say(`note.colour.${colour}`)}
            onClick={() => editor.dispatch(colourNote(editor.get().document, [note.id], colour))}
          />
        ))}
        <button
          type="button"
          className="note-edit"
          aria-label={say('note.edit')}
          title={say('note.edit')}
          onClick={() => setCanvas({ editedNote: note.id })}
        >
          <Icon name="note" size={14} />
        </button>
      </div>
    </NodeToolbar>
  );
}
