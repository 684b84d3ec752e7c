import { useState, type ReactNode } from 'react';
import { setField } from '../store/commands/pipeline.ts';
import { editor } from '../store/theEditor.ts';
import { useText } from '../i18n/useText.ts';
import { useEditor } from './useEditor.ts';

const LONGEST = 200;

/** The name, edited where it stands. An empty one is not taken. */
export function PipelineName(): ReactNode {
  const say = useText();
  const name = useEditor(({ document }) => document.name);
  const [draft, setDraft] = useState<string>();
  const finish = (): void => {
    // What nobody typed is no edit: another window may have changed the name meanwhile.
    const next = (draft ?? '').trim();
    if (next !== '') editor.dispatch(setField(editor.get().document, 'name', next));
    setDraft(undefined);
  };
  const shown = draft ?? name;
  return (
    <input
      className="pipeline-name"
      aria-label={say('pipeline.name')}
      value={shown}
      size={Math.max(8, Math.min(40, shown.length + 1))}
      maxLength={LONGEST}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setDraft(undefined);
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
}
