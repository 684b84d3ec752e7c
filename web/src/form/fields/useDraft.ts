import { useState } from 'react';

/**
 * What is being typed for a value, until the value becomes another than the typing made of it: by an undo, a reset, or
 * because another row stands in this place now. Returns it, undefined where the value itself is to be shown, and how it
 * is kept, with the value that it makes.
 */
export function useDraft<Value>(
  value: Value,
): [draft: string | undefined, keep: (text: string, makes: Value) => void, drop: () => void] {
  const [draft, setDraft] = useState<{ readonly text: string; readonly makes: Value }>();
  const isCurrent = draft !== undefined && Object.is(draft.makes, value);
  return [
    isCurrent ? draft.text : undefined,
    (text, makes) => setDraft({ text, makes }),
    () => setDraft(undefined),
  ];
}
