import { useState, type ReactNode } from 'react';
import { useText } from '../../i18n/useText.ts';
import { ariaOf, type FieldProps } from '../FormWorld.ts';
import { isSame } from '../model/values.ts';

/** Any JSON as text. What cannot be read stays in the field and leaves the param as it was. */
export function JsonField(props: FieldProps): ReactNode {
  const { value, onChange } = props;
  const say = useText();
  const [draft, setDraft] = useState<string>();
  const read = draft === undefined ? { value } : readJson(draft);
  const text = draft ?? JSON.stringify(value, null, 1);
  const type = (next: string): void => {
    setDraft(next);
    const json = readJson(next);
    if ('value' in json && !isSame(json.value, value)) onChange(json.value);
  };
  return (
    <>
      <textarea
        {...ariaOf(props)}
        aria-labelledby={`${props.id}-label`}
        aria-invalid={props.invalid || !('value' in read) || undefined}
        className="input input-code"
        rows={4}
        spellCheck={false}
        value={text}
        onChange={({ target }) => type(target.value)}
        onBlur={() => 'value' in read && setDraft(undefined)}
      />
      {'error' in read && (
        <span className="field-said" role="status">
          {say('form.json.broken', { detail: read.error })}
        </span>
      )}
    </>
  );
}

function readJson(text: string): { readonly value: unknown } | { readonly error: string } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
