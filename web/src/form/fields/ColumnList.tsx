import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Column } from '#schemas/types.ts';
import { useText } from '../../i18n/useText.ts';
import { TypeMark } from '../../panels/TypeMark.tsx';
import type { Option } from './columnOptions.ts';

const ROW = 30;

type Props = {
  readonly id: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly active: number;
  readonly isChosen: (column: Column) => boolean;
  readonly multiple?: boolean;
  readonly onPick: (option: Option) => void;
};

/** Columns to pick from, with type and role; those that do not fit say so and cannot be picked. */
export function ColumnList({ options, active, ...rest }: Props): ReactNode {
  const { id, label, isChosen, multiple = false, onPick } = rest;
  const say = useText();
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: options.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 6,
  });
  useEffect(() => {
    if (options[active] !== undefined) rows.scrollToIndex(active);
  }, [active, options, rows]);
  if (options.length === 0) return <p className="column-none">{say('form.columns.none-found')}</p>;
  return (
    // What scrolls is the list itself: its search field, which names it, moves in it by keys.
    <div
      id={id}
      role="listbox"
      aria-label={label}
      aria-multiselectable={multiple || undefined}
      className="form-columns"
      ref={box}
    >
      <div role="presentation" className="column-rows" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const option = options[index]!;
          const { column, fits } = option;
          return (
            // The search field has the focus and the keys (aria-activedescendant).
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={column.name}
              id={`${id}-${index}`}
              role="option"
              aria-selected={isChosen(column)}
              aria-disabled={!fits || undefined}
              className={index === active ? 'column-option column-active' : 'column-option'}
              style={{ height: ROW, transform: `translateY(${start}px)` }}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => fits && onPick(option)}
            >
              {multiple && <span className="column-check" aria-hidden="true" />}
              <TypeMark column={column} />
              <span className="form-column-name">{column.name}</span>
              <span className="column-about">
                {fits ? <RoleWord column={column} /> : say('form.columns.unfit')}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** A feature is what a column is by default, so it is not said. */
function RoleWord({ column }: { readonly column: Column }): ReactNode {
  const say = useText();
  return column.role === 'feature' ? null : say(`panels.role.${column.role}`);
}
