import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../i18n/useText.ts';
import { editor } from '../store/theEditor.ts';
import { useEditor } from './useEditor.ts';
import './TakenOverNote.css';

/** Says that another window changed what is shown, until the next edit here; what is seen does not move for it. */
export function TakenOverNote(): ReactNode {
  const say = useText();
  const isTakenOver = useEditor(({ save }) => save.isTakenOver);
  const revision = useEditor(({ save }) => save.revision);
  const close = (): void => editor.set({ save: { ...editor.get().save, isTakenOver: false } });
  return (
    <div className="taken-over" role="status">
      {isTakenOver && (
        // Made anew for each change, so that each is read out.
        <div className="taken-over-note" key={revision}>
          <span>{say('save.takenOver')}</span>
          <CloseButton size="sm" aria-label={say('action.close')} onClick={close} />
        </div>
      )}
    </div>
  );
}
