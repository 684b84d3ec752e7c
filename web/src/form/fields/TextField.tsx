import type { ReactNode } from 'react';
import { ariaOf, type FieldProps } from '../FormWorld.ts';

/** Texts that may be sentences get room for them. */
const LONG = 1500;

export function TextField(props: FieldProps): ReactNode {
  const { field, value, onChange } = props;
  const text = typeof value === 'string' ? value : '';
  const { maxLength = 1000 } = field.schema;
  return maxLength >= LONG ? (
    <textarea
      {...ariaOf(props)}
      className="input"
      rows={3}
      value={text}
      maxLength={maxLength}
      onChange={({ target }) => onChange(target.value)}
    />
  ) : (
    <input
      {...ariaOf(props)}
      className={maxLength <= 3 ? 'input input-short' : 'input'}
      type="text"
      value={text}
      maxLength={maxLength}
      spellCheck={false}
      autoComplete="off"
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
