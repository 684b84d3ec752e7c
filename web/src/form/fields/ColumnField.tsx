import type { ReactNode } from 'react';
import type { Column } from '#schemas/types.ts';
import { useText } from '../../i18n/useText.ts';
import { TypeMark } from '../../panels/TypeMark.tsx';
import { ariaOf, useFormWorld, type FieldProps } from '../FormWorld.ts';
import { ColumnList } from './ColumnList.tsx';
import { IconButton } from './IconButton.tsx';
import { useColumnSearch } from './useColumnSearch.ts';

const none: readonly Column[] = [];

/** One column: found by typing or picked from the list; a name may be typed before the columns are known. */
export function ColumnField(props: FieldProps): ReactNode {
  const { field, value, onChange, id } = props;
  const say = useText();
  const columns = useFormWorld().columnsFor(field) ?? none;
  const name = typeof value === 'string' ? value : '';
  const search = useColumnSearch(name, columns, field.accepts, onChange);
  const { isOpen, isSearching, options, active, pick } = search;
  const current = columns.find((column) => column.name === name);
  return (
    <div className="column-field">
      <span className="input-with-mark">
        {!isSearching && current !== undefined && <TypeMark column={current} />}
        <input
          {...ariaOf(props)}
          className="input"
          type="text"
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && active >= 0 ? `${id}-list-${active}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={say('form.column.choose')}
          value={search.text}
          onFocus={({ target }) => target.select()}
          onClick={search.open}
          onChange={({ target }) => search.type(target.value)}
          onKeyDown={search.press}
          onBlur={search.leave}
        />
        {name !== '' && (
          <IconButton icon="cross" label={say('form.column.clear')} onClick={() => pick('')} />
        )}
      </span>
      {isOpen && (
        <ColumnList
          id={`${id}-list`}
          label={field.title}
          options={options}
          active={active}
          isChosen={(column) => column.name === name}
          onPick={({ column }) => pick(column.name)}
        />
      )}
    </div>
  );
}
