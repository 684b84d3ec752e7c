import { useId, type ReactNode } from 'react';
import { useText } from '../../i18n/useText.ts';
import { useFormWorld, type FieldProps } from '../FormWorld.ts';
import type { Field, Params } from '../model/types.ts';
import { defaultOf, isShown, newItem } from '../model/values.ts';
import { IconButton } from './IconButton.tsx';

/** Several of one thing: each with its fields, added, taken away, moved up and down. */
export function ListField({ field, value, path, onChange, id }: FieldProps): ReactNode {
  const say = useText();
  const items = Array.isArray(value) ? (value as Params[]) : [];
  const { maxItems = Infinity } = field.schema;
  const replace = (at: number, item: Params): void => onChange(items.with(at, item));
  const remove = (at: number): void => onChange(items.toSpliced(at, 1));
  const move = (at: number, to: number): void => {
    onChange(items.toSpliced(at, 1).toSpliced(to, 0, items[at]!));
  };
  return (
    <div className="list" role="group" aria-labelledby={`${id}-label`}>
      <ol className="list-items">
        {items.map((item, at) => (
          // An item has no name of its own: its place is what it is known by.
          <li key={at} className="list-item">
            <span className="list-number numbers" aria-hidden="true">
              {at + 1}
            </span>
            <ListItem
              fields={field.items}
              item={item}
              path={`${path}/${at}`}
              onChange={(next) => replace(at, next)}
            />
            <span className="list-tools">
              <IconButton
                icon="up"
                label={say('form.list.up', { at: at + 1 })}
                disabled={at === 0}
                onClick={() => move(at, at - 1)}
              />
              <IconButton
                icon="down"
                label={say('form.list.down', { at: at + 1 })}
                disabled={at === items.length - 1}
                onClick={() => move(at, at + 1)}
              />
              <IconButton
                icon="cross"
                label={say('form.list.remove', { at: at + 1 })}
                onClick={() => remove(at)}
              />
            </span>
          </li>
        ))}
      </ol>
      <button
        type="button"
        className="quiet-button"
        disabled={items.length >= maxItems}
        onClick={() => onChange([...items, newItem(field.items)])}
      >
        {say('form.list.add')}
      </button>
    </div>
  );
}

type ItemProps = {
  readonly fields: readonly Field[];
  readonly item: Params;
  readonly path: string;
  readonly onChange: (item: Params) => void;
};

function ListItem({ fields, item, path, onChange }: ItemProps): ReactNode {
  const id = useId();
  const { Row } = useFormWorld();
  return (
    <div className="list-fields">
      {fields
        .filter((field) => isShown(field, fields, item))
        .map((field) => (
          <Row
            key={field.name}
            id={`${id}${field.name}`}
            field={field}
            params={item}
            path={`${path}/${field.name}`}
            isInner
            onChange={(value) =>
              onChange({
                ...item,
                [field.name]: value === undefined ? defaultOf(field.schema) : value,
              })
            }
          />
        ))}
    </div>
  );
}
