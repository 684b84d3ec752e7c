import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Parameter } from '#schemas/types.ts';
import { useEditor } from '../app/useEditor.ts';
import { useText } from '../i18n/useText.ts';
import { Icon } from '../app/Icon.tsx';
import { boundTo, fitting, newName, parameterType } from './model/bindings.ts';
import type { Field } from './model/types.ts';

type Props = {
  readonly field: Field;
  readonly value: unknown;
  /** Where it stands among the node's params. */
  readonly path: string;
  readonly onChange: (value: unknown) => void;
  readonly bindNew: (path: string, made: Parameter) => void;
};

/** Lets a parameter of the pipeline give a field's value at each run. */
export function FieldBinding({ field, value, path, onChange, bindNew }: Props): ReactNode {
  const say = useText();
  const parameters = useEditor(({ document }) => document.parameters);
  const bound = boundTo(value);
  const make = (): void => {
    const name = newName(field.name, parameters);
    const made: Parameter = {
      name,
      type: parameterType(field),
      label: field.title,
      ...(value === null || value === undefined || bound !== undefined ? {} : { default: value }),
    };
    bindNew(path, made);
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <button
          type="button"
          className="icon-button"
          aria-label={say('form.binding.menu', { field: field.title })}
          title={say('form.binding.menu', { field: field.title })}
        >
          <Icon name="dots" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{say('form.binding.title')}</Menu.Label>
        {fitting(field, parameters).map(({ name, label }) => (
          <Menu.Item key={name} onClick={() => onChange({ $param: name })}>
            {label === undefined || label === '' ? name : `${label} (${name})`}
          </Menu.Item>
        ))}
        <Menu.Item onClick={make}>{say('form.binding.new')}</Menu.Item>
        {bound !== undefined && (
          <Menu.Item onClick={() => onChange(undefined)}>{say('form.binding.free')}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Beneath the control, which is of the parameter's default then. */
export function Bound({
  label,
  onFree,
}: {
  readonly label: string;
  readonly onFree: () => void;
}): ReactNode {
  const say = useText();
  return (
    <div className="bound">
      <span>{say('form.binding.bound', { parameter: label })}</span>
      <button type="button" className="quiet-button" onClick={onFree}>
        {say('form.binding.free')}
      </button>
    </div>
  );
}
