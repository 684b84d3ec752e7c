import { useState, type KeyboardEvent } from 'react';
import type { Column } from '#schemas/types.ts';
import type { Accepts } from '../model/types.ts';
import { columnOptions, nextOption, type Option } from './columnOptions.ts';

export type ColumnSearch = {
  /** What is in the field: the search while it goes on, else the column's name. */
  readonly text: string;
  readonly isOpen: boolean;
  readonly isSearching: boolean;
  readonly options: readonly Option[];
  readonly active: number;
  readonly open: () => void;
  readonly type: (text: string) => void;
  readonly press: (event: KeyboardEvent) => void;
  readonly pick: (name: string) => void;
  /** The field is left: a name typed in full counts, and so does nothing at all; anything else is forgotten. */
  readonly leave: () => void;
};

/** Finding one column by typing, by the arrows or by the mouse. */
export function useColumnSearch(
  name: string,
  columns: readonly Column[],
  accepts: Accepts | undefined,
  onChange: (name: string) => void,
): ColumnSearch {
  const [search, setSearch] = useState<string>();
  const [isTyped, setTyped] = useState(false);
  const [active, setActive] = useState(-1);
  const isOpen = search !== undefined && columns.length > 0;
  // Until something is typed, the list is whole, with what is chosen in it. A name typed before the columns were known is
  // chosen already, and yet what is looked for: Enter must not take the first of all columns for it.
  const options = isOpen ? columnOptions(columns, accepts, isTyped ? search : '') : [];
  const close = (): void => {
    setSearch(undefined);
    setTyped(false);
    setActive(-1);
  };
  const pick = (next: string): void => {
    if (next !== name) onChange(next);
    close();
  };
  return {
    text: search ?? name,
    isOpen,
    isSearching: search !== undefined,
    options,
    active,
    pick,
    open: () => setSearch((text) => text ?? name),
    type(text) {
      setSearch(text);
      setTyped(true);
      // Who has emptied the field wants no column, rather than the first one.
      setActive(text === '' ? -1 : 0);
      if (columns.length === 0) onChange(text);
    },
    press(event) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        if (search === undefined) setSearch(name);
        setActive(nextOption(options, active, event.key === 'ArrowDown' ? 1 : -1));
      } else if (event.key === 'Enter' && search !== undefined) {
        event.preventDefault();
        const option = options[active];
        pick(option?.fits === true ? option.column.name : search);
      } else if (event.key === 'Escape' && isOpen) {
        event.stopPropagation();
        close();
      }
    },
    leave() {
      const isMeant = search === '' ? isTyped : columns.some(({ name: each }) => each === search);
      if (search !== undefined && isMeant) pick(search);
      else close();
    },
  };
}
