import { useState, type ReactNode } from 'react';
import type { NodeType, PipelineNode } from '#schemas/types.ts';
import { useLocale, useText } from '../i18n/useText.ts';
import { labelNode, noteNode } from '../store/commands/nodes.ts';
import { editor } from '../store/theEditor.ts';

type Props = { readonly node: PipelineNode; readonly type: NodeType | undefined };

/** The node's name, which a person may change, what kind of node it is, and notes about it. */
export function FormHeader({ node, type }: Props): ReactNode {
  const say = useText();
  const locale = useLocale();
  const title = type?.title[locale] ?? node.type;
  const [hasNotes, setHasNotes] = useState(node.notes !== undefined);
  const label = (text: string): void => {
    editor.dispatch(labelNode(editor.get().document, node.id, text));
  };
  const note = (text: string): void => {
    editor.dispatch(noteNode(editor.get().document, node.id, text));
  };
  return (
    <header className="form-header">
      <input
        className="form-title"
        aria-label={say('form.label')}
        value={node.label ?? ''}
        placeholder={title}
        maxLength={200}
        spellCheck={false}
        onChange={({ target }) => label(target.value)}
      />
      {node.label !== undefined && <p className="form-type">{title}</p>}
      {type !== undefined && <p className="form-summary">{type.summary[locale]}</p>}
      {hasNotes ? (
        <textarea
          className="input form-notes"
          aria-label={say('form.notes')}
          placeholder={say('form.notes')}
          rows={2}
          value={node.notes ?? ''}
          onChange={({ target }) => note(target.value)}
        />
      ) : (
        <button type="button" className="form-note-button" onClick={() => setHasNotes(true)}>
          {say('form.notes.add')}
        </button>
      )}
    </header>
  );
}
