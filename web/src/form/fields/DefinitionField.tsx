import type { ReactNode } from 'react';
import { useEditor } from '../../app/useEditor.ts';
import { useText } from '../../i18n/useText.ts';
import { ariaOf, type FieldProps } from '../FormWorld.ts';

/** One of the pipeline's subflows. */
export function DefinitionField(props: FieldProps): ReactNode {
  const { value, onChange } = props;
  const say = useText();
  const definitions = useEditor(({ document }) => document.definitions);
  const id = typeof value === 'string' ? value : '';
  return (
    <select
      {...ariaOf(props)}
      className="input"
      value={id}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="">{say('form.definition.none')}</option>
      {id !== '' && !Object.hasOwn(definitions, id) && <option value={id}>{id}</option>}
      {Object.entries(definitions).map(([key, { name }]) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </select>
  );
}
