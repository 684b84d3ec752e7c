import type { ReactNode } from 'react';
import { Icon } from '../app/Icon.tsx';
import { TypeIcon } from '../app/TypeIcon.tsx';
import { useLocale, useText } from '../i18n/useText.ts';
import { useCanvas } from './canvasState.ts';

/** The card that follows the pointer. */
export function DragGhost(): ReactNode {
  const say = useText();
  const locale = useLocale();
  const dragged = useCanvas((state) => state.dragged);
  if (dragged === undefined) return null;
  const { type, at, over } = dragged;
  const style = { transform: `translate(${at.x}px, ${at.y}px) translate(-50%, -50%)` };
  return (
    <div className="drag-ghost" style={style} aria-hidden>
      {type === 'note' ? <Icon name="note" /> : <TypeIcon type={type} size={36} />}
      <strong>
        {over !== undefined && <span className="drag-ghost-way">{say('replace.drop')}</span>}
        {type === 'note' ? say('note.label') : type.title[locale]}
      </strong>
    </div>
  );
}
