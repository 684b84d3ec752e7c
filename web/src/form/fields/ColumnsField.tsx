import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Column } from '#schemas/types.ts';
import { useText } from '../../i18n/useText.ts';
import { TypeMark } from '../../panels/TypeMark.tsx';
import { ariaOf, useFormWorld, type FieldProps } from '../FormWorld.ts';
import { ColumnList } from './ColumnList.tsx';
import { columnOptions, nextOption, type Option } from './columnOptions.ts';
import { Icon } from '../../app/Icon.tsx';

const none: readonly Column[] = [];

/** More chips than these are counted instead of drawn. */
const CHIPS = 60;

/** Several columns, in the order in which they were chosen. */
export function ColumnsField(props: FieldProps): ReactNode {
  const { field, value, onChange, id } = props;
  const say = useText();
  const world = useFormWorld();
  const columns = world.columnsFor(field) ?? none;
  const [isOpen, setOpen] = useState(false);
  const chosen = useMemo(() => (Array.isArray(value) ? (value as string[]) : []), [value]);
  const known = useMemo(() => new Map(columns.map((column) => [column.name, column])), [columns]);
  const remove = (name: string): void => onChange(chosen.filter((each) => each !== name));
  return (
    <div className="columns-field">
      {chosen.length > 0 && (
        <ul className="chips" aria-label={say('form.columns.chosen', { count: chosen.length })}>
          {chosen.slice(0, CHIPS).map((name) => (
            <Chip key={name} name={name} column={known.get(name)} onRemove={() => remove(name)} />
          ))}
          {chosen.length > CHIPS && (
            <li className="chip-more">
              {say('form.columns.more', { count: chosen.length - CHIPS })}
            </li>
          )}
        </ul>
      )}
      <div className="columns-actions">
        <button
          {...ariaOf(props)}
          type="button"
          className="quiet-button"
          aria-expanded={isOpen}
          aria-labelledby={`${id}-label ${id}`}
          aria-controls={`${id}-panel`}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? say('form.columns.close') : say('form.columns.choose')}
        </button>
        {chosen.length > 0 && (
          <button type="button" className="quiet-button" onClick={() => onChange([])}>
            {say('form.columns.clear')}
          </button>
        )}
      </div>
      {isOpen && (
        <div id={`${id}-panel`} className="columns-panel">
          <Picker {...props} columns={columns} chosen={chosen} />
        </div>
      )}
    </div>
  );
}

type ChipProps = {
  readonly name: string;
  readonly column: Column | undefined;
  readonly onRemove: () => void;
};

function Chip({ name, column, onRemove }: ChipProps): ReactNode {
  const say = useText();
  return (
    <li className="chip">
      {column !== undefined && <TypeMark column={column} />}
      <span className="chip-name" title={name}>
        {name}
      </span>
      <button
        type="button"
        className="chip-remove"
        aria-label={say('form.columns.remove', { column: name })}
        onClick={onRemove}
      >
        <Icon name="cross" />
      </button>
    </li>
  );
}

type PickerProps = FieldProps & {
  readonly columns: readonly Column[];
  readonly chosen: readonly string[];
};

/** A search with the list below; the keys move in the list while the search keeps the focus. */
function Picker({ field, id, onChange, columns, chosen }: PickerProps): ReactNode {
  const say = useText();
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(-1);
  const box = useRef<HTMLInputElement>(null);
  // Whoever opened it goes on by typing; where it comes later, with the columns, somebody may be elsewhere.
  useEffect(() => box.current?.focus(), []);
  const isChosen = useMemo(() => new Set(chosen), [chosen]);
  const options = columnOptions(columns, field.accepts, search);
  const offered = options.filter(({ fits }) => fits).map(({ column }) => column.name);
  const missing = offered.filter((name) => !isChosen.has(name));

  const toggle = ({ column }: Option): void => {
    const { name } = column;
    onChange(isChosen.has(name) ? chosen.filter((each) => each !== name) : [...chosen, name]);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setActive(nextOption(options, active, event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const option = options[active] ?? options.find(({ fits }) => fits);
      if (option?.fits) toggle(option);
      else if (columns.length === 0 && search !== '') onChange([...new Set([...chosen, search])]);
    }
  };
  if (columns.length === 0) {
    return <NameByHand chosen={chosen} onChange={onChange} />;
  }
  return (
    <>
      <input
        ref={box}
        className="input"
        type="search"
        role="combobox"
        aria-label={say('form.columns.search')}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={active >= 0 ? `${id}-list-${active}` : undefined}
        placeholder={say('form.columns.search')}
        autoComplete="off"
        value={search}
        onChange={({ target }) => {
          setSearch(target.value);
          setActive(-1);
        }}
        onKeyDown={press}
      />
      <ColumnList
        id={`${id}-list`}
        label={field.title}
        options={options}
        active={active}
        multiple
        isChosen={({ name }) => isChosen.has(name)}
        onPick={toggle}
      />
      <button
        type="button"
        className="quiet-button"
        disabled={missing.length === 0}
        onClick={() => onChange([...chosen, ...missing])}
      >
        {say('form.columns.all', { count: offered.length })}
      </button>
    </>
  );
}

type ByHandProps = {
  readonly chosen: readonly string[];
  readonly onChange: (value: unknown) => void;
};

/** Nobody knows the columns yet: names can be typed, one a line. */
function NameByHand({ chosen, onChange }: ByHandProps): ReactNode {
  const say = useText();
  const [draft, setDraft] = useState('');
  const written = chosen.join('\n');
  // An undo, or another window, may have put other names in their place.
  const text = namesIn(draft).join('\n') === written ? draft : written;
  const change = (next: string): void => {
    setDraft(next);
    onChange(namesIn(next));
  };
  return (
    <label className="columns-by-hand">
      <span className="field-help">{say('form.columns.unknown')}</span>
      <textarea
        className="input"
        rows={3}
        value={text}
        onChange={({ target }) => change(target.value)}
      />
    </label>
  );
}

const namesIn = (text: string): string[] => [
  ...new Set(text.split('\n').filter((name) => name.trim() !== '')),
];
