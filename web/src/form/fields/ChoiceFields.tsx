import type { ReactNode } from 'react';
import { ariaOf, type FieldProps } from '../FormWorld.ts';
import type { Choice } from '../model/types.ts';
import { isList } from './isList.ts';

/** As many letters as stand side by side in the narrowest form. */
const SEGMENTS_FIT = 34;

export function FlagField(props: FieldProps): ReactNode {
  const { field, value, onChange } = props;
  return (
    <label className="flag">
      <input
        {...ariaOf(props)}
        type="checkbox"
        role="switch"
        className="switch"
        checked={value === true}
        aria-checked={value === true}
        onChange={({ target }) => onChange(target.checked)}
      />
      <span>{field.title}</span>
    </label>
  );
}

/** Few choices are all in view, the short ones side by side; many are in a list. */
export function ChoiceField(props: FieldProps): ReactNode {
  const { choices } = props.field;
  const letters = choices.reduce((sum, { label }) => sum + label.length + 3, 0);
  if (isList(props.field)) return <ChoiceList {...props} />;
  return <Radios {...props} isRow={letters <= SEGMENTS_FIT} />;
}

function Radios({ isRow, ...props }: FieldProps & { readonly isRow: boolean }): ReactNode {
  const { field, value, onChange, id } = props;
  return (
    <div
      className={isRow ? 'segments' : 'options'}
      role="radiogroup"
      aria-labelledby={`${id}-label`}
    >
      {field.choices.map((choice, at) => (
        <label key={String(choice.value)} className={isRow ? 'segment' : 'option'}>
          <input
            {...(at === 0 ? ariaOf(props) : {})}
            type="radio"
            name={id}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </div>
  );
}

function ChoiceList(props: FieldProps): ReactNode {
  const { field, value, onChange } = props;
  const written = String(value);
  const known = field.choices.some((choice) => choice.value === value);
  const change = (text: string): void => {
    onChange(field.choices.find((choice) => String(choice.value) === text)?.value ?? text);
  };
  return (
    <select
      {...ariaOf(props)}
      className="input"
      title={field.choices.find((choice) => choice.value === value)?.label}
      value={written}
      onChange={({ target }) => change(target.value)}
    >
      {!known && <option value={written}>{value !== null && written}</option>}
      {field.choices.map((choice) => (
        <option key={String(choice.value)} value={String(choice.value)}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

/** Any of a few named values, in the order of the schema. */
export function ChoicesField({ field, value, onChange, id }: FieldProps): ReactNode {
  const chosen = new Set(Array.isArray(value) ? (value as unknown[]) : []);
  const toggle = ({ value: one }: Choice): void => {
    const next = new Set(chosen);
    if (!next.delete(one)) next.add(one);
    onChange(field.choices.map((choice) => choice.value).filter((each) => next.has(each)));
  };
  return (
    <div className="choices" role="group" aria-labelledby={`${id}-label`}>
      {field.choices.map((choice) => (
        <label key={String(choice.value)} className="choice">
          <input
            type="checkbox"
            checked={chosen.has(choice.value)}
            onChange={() => toggle(choice)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </div>
  );
}
