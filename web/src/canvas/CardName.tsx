import type { FocusEvent, KeyboardEvent, MouseEvent, ReactNode } from 'react';
import type { PipelineNode } from '#schemas/types.ts';
import { useText } from '../i18n/useText.ts';
import { labelNode } from '../store/commands/nodes.ts';
import { editor } from '../store/theEditor.ts';
import { setCanvas, useCanvas } from './canvasState.ts';
import { cardNameId } from './toFlow.ts';

type Props = { readonly node: PipelineNode; readonly title: string };

/** A node's name; a double click or F2 opens it to be written. */
export function CardName({ node: { id }, title }: Props): ReactNode {
  const isRenamed = useCanvas((state) => state.renamed === id);
  if (isRenamed) return <NameInput id={id} title={title} />;
  const open = (event: MouseEvent): void => {
    event.stopPropagation();
    setCanvas({ renamed: id });
  };
  return (
    <div className="card-name" id={cardNameId(id)} title={title} onDoubleClick={open}>
      {title}
    </div>
  );
}

/** Enter, or a click elsewhere, keeps what is written; Esc does not. */
function NameInput({ id, title }: { readonly id: string; readonly title: string }): ReactNode {
  const say = useText();
  const end = (): void => {
    if (useCanvas.getState().renamed === id) setCanvas({ renamed: undefined });
  };
  const onBlur = ({ currentTarget }: FocusEvent<HTMLInputElement>): void => {
    const { value, defaultValue } = currentTarget;
    const label = value.trim();
    // What is there already, the type's own name included, is no new label; nor is what nobody typed.
    const isTyped = value !== defaultValue && label !== title;
    if (useCanvas.getState().renamed === id && isTyped) {
      editor.dispatch(labelNode(editor.get().document, id, label));
    }
    end();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    event.stopPropagation();
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    const card = event.currentTarget.closest<HTMLElement>('.react-flow__node');
    if (event.key === 'Escape') end();
    card?.focus();
  };
  return (
    <input
      className="card-rename nodrag nopan"
      aria-label={say('card.name')}
      defaultValue={title}
      maxLength={200}
      spellCheck={false}
      ref={selectAll}
      onBlur={onBlur}
      onKeyDown={onKeyDown}
      onDoubleClick={(event) => event.stopPropagation()}
    />
  );
}

function selectAll(element: HTMLInputElement | null): void {
  element?.focus({ preventScroll: true });
  element?.select();
}
