import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { NodeType, PipelineNode } from '#schemas/types.ts';
import { chosenCard } from '../canvas/useGoTo.ts';
import { useLocale, useText } from '../i18n/useText.ts';
import { labelNode, noteNode } from '../store/commands/nodes.ts';
import { editor } from '../store/theEditor.ts';
import { IconButton } from './fields/IconButton.tsx';

type Props = { readonly node: PipelineNode; readonly type: NodeType | undefined };

/** The node's name, which a person may change, what kind of node it is, notes about it, and the way out. */
export function FormHeader({ node, type }: Props): ReactNode {
  const say = useText();
  const locale = useLocale();
  const title = type?.title[locale] ?? node.type;
  const [hasNotes, setHasNotes] = useState(node.notes !== undefined);
  const [isWriting, setWriting] = useState(false);
  const label = (text: string): void => {
    editor.dispatch(labelNode(editor.get().document, node.id, text));
  };
  const note = (text: string): void => {
    editor.dispatch(noteNode(editor.get().document, node.id, text));
  };
  return (
    <header className="form-header">
      <div className="form-head-line">
        <textarea
          className="form-title"
          aria-label={say('form.label')}
          value={node.label ?? ''}
          placeholder={title}
          maxLength={200}
          rows={1}
          spellCheck={false}
          onChange={({ target }) => label(target.value.replaceAll(/\s+/g, ' '))}
          onKeyDown={keepOneLine}
        />
        {!hasNotes && (
          <IconButton
            icon="note"
            label={say('form.notes.add')}
            onClick={() => {
              setHasNotes(true);
              setWriting(true);
            }}
          />
        )}
        <IconButton icon="cross" label={say('form.close')} onClick={close} />
      </div>
      {node.label !== undefined && <p className="form-type">{title}</p>}
      {type !== undefined && <p className="form-summary">{type.summary[locale]}</p>}
      {hasNotes && (
        <textarea
          className="input form-notes"
          aria-label={say('form.notes')}
          placeholder={say('form.notes')}
          rows={2}
          value={node.notes ?? ''}
          ref={isWriting ? takeFocus : undefined}
          onChange={({ target }) => note(target.value)}
        />
      )}
    </header>
  );
}

/** A long name takes two lines to be read whole, and is one line all the same. */
function keepOneLine(event: KeyboardEvent): void {
  if (event.key === 'Enter') event.preventDefault();
}

function takeFocus(field: HTMLElement | null): void {
  field?.focus();
}

/** The keys go to the card whose form it was. */
function close(): void {
  chosenCard()?.focus({ preventScroll: true });
  editor.select([]);
}
