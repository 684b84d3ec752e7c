import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useId, useRef, useState, type ReactNode } from 'react';
import type { Column } from '#schemas/types.ts';
import type { Cell, ColumnProfile } from '../../api.ts';
import { useText } from '../../i18n/useText.ts';
import { PAGE, type Rows } from '../data/pages.ts';
import type { CellWriter } from './cellText.ts';
import { GridHeader } from './GridHeader.tsx';
import { useCellWriter } from './useCellWriter.ts';
import { useGridKeys, type Place } from './useGridKeys.ts';
import './grid.css';

const ROW = 26;
const HEADER = 54;
const NUMBER = 56;

type Props = {
  readonly label: string;
  readonly rows: Rows;
  /** By column name; absent while one is on its way. */
  readonly profiles: ReadonlyMap<string, ColumnProfile>;
  readonly onWant: (first: number, last: number) => void;
  /** The columns that came into view. */
  readonly onColumns: (names: readonly string[]) => void;
};

/** A table of any size: only the cells in view are drawn, and only their rows are fetched. */
export function DataGrid({ label, rows, profiles, onWant, onColumns }: Props): ReactNode {
  const say = useText();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const columns = rows.schema?.columns ?? none;
  const write = useCellWriter();
  const missing = say('panels.missing');
  const lines = useVirtualizer({
    count: rows.count,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 8,
    scrollMargin: HEADER,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => box.current,
    estimateSize: (at) => widthOf(columns[at]!),
    overscan: 2,
    scrollMargin: NUMBER,
  });
  useEffect(() => across.measure(), [columns, across]);
  const items = lines.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => onWant(first, last), [first, last, onWant, rows.pages]);

  const shown = across.getVirtualItems();
  const [left, right] = [shown[0]?.index ?? 0, shown.at(-1)?.index ?? -1];
  useEffect(
    () => onColumns(columns.slice(left, right + 1).map(({ name }) => name)),
    [left, right, columns, onColumns],
  );

  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  const onKeyDown = useGridKeys(active, { rows: rows.count, columns: columns.length }, (next) => {
    setActive(next);
    lines.scrollToIndex(next.row);
    across.scrollToIndex(next.column);
  });
  // A reader of screens is not sent to a cell that is not drawn.
  const isActiveShown =
    items.some(({ index }) => index === active.row) &&
    shown.some(({ index }) => index === active.column);
  const width = NUMBER + across.getTotalSize();
  return (
    <div
      ref={box}
      className="grid"
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={rows.isCounted ? rows.count + 1 : -1}
      aria-colcount={columns.length + 1}
      aria-activedescendant={isActiveShown ? `${id}-${active.row}-${active.column}` : undefined}
      aria-busy={rows.status === 'loading' || undefined}
      onKeyDown={onKeyDown}
    >
      <GridHead columns={columns} items={shown} width={width} profiles={profiles} />
      <div className="grid-body" role="rowgroup" style={{ width, height: lines.getTotalSize() }}>
        {items.map(({ index, start }) => (
          <GridRow
            key={index}
            id={id}
            index={index}
            top={start - HEADER}
            columns={columns}
            cells={rows.pages.get(Math.floor(index / PAGE))?.[index % PAGE]}
            items={shown}
            write={write}
            missing={missing}
            active={active.row === index ? active.column : -1}
            onPick={setActive}
          />
        ))}
      </div>
    </div>
  );
}

const none: readonly Column[] = [];

/** By what a column holds and how long its name is. */
function widthOf({ name, type }: Column): number {
  // The line under the name holds a small histogram and how many thousand values are missing.
  const least = type === 'timestamp' ? 148 : 136;
  return Math.min(240, Math.max(least, name.length * 8 + 44));
}

type HeadProps = {
  readonly columns: readonly Column[];
  readonly items: readonly Item[];
  readonly width: number;
  readonly profiles: Props['profiles'];
};

function GridHead({ columns, items, width, profiles }: HeadProps): ReactNode {
  const say = useText();
  return (
    <div className="grid-head" role="row" aria-rowindex={1} style={{ width, height: HEADER }}>
      <div className="grid-number" role="columnheader" aria-colindex={1} style={{ width: NUMBER }}>
        <span className="visually-hidden">{say('panels.grid.row')}</span>
      </div>
      {items.map(({ index, start, size }) => (
        <GridHeader
          key={columns[index]!.name}
          column={columns[index]!}
          index={index + 2}
          start={start}
          width={size}
          profile={profiles.get(columns[index]!.name)}
        />
      ))}
    </div>
  );
}

type Item = { readonly index: number; readonly start: number; readonly size: number };

type RowProps = {
  readonly id: string;
  readonly index: number;
  readonly top: number;
  readonly columns: readonly Column[];
  /** Undefined while the row is on its way. */
  readonly cells: readonly Cell[] | undefined;
  readonly items: readonly Item[];
  readonly write: CellWriter;
  /** The word for a cell without a value. */
  readonly missing: string;
  /** The column of the active cell; -1 in another row. */
  readonly active: number;
  readonly onPick: (place: Place) => void;
};

/** Drawn again only when something of it changes: while somebody scrolls down, all other rows stay as they are. */
const GridRow = memo(function Row(props: RowProps): ReactNode {
  const { id, index, top, columns, cells, items, write, missing, active, onPick } = props;
  return (
    <div
      className="grid-row"
      role="row"
      aria-rowindex={index + 2}
      style={{ height: ROW, transform: `translateY(${top}px)` }}
    >
      <div className="grid-number numbers" role="rowheader" style={{ width: NUMBER }}>
        {index + 1}
      </div>
      {items.map((item) => (
        <GridCell
          key={columns[item.index]!.name}
          id={`${id}-${index}-${item.index}`}
          column={columns[item.index]!}
          cell={cells?.[item.index]}
          write={write}
          missing={missing}
          item={item}
          row={index}
          isActive={item.index === active}
          onPick={onPick}
        />
      ))}
    </div>
  );
});

type CellProps = {
  readonly id: string;
  readonly column: Column;
  /** Undefined while its row is on its way. */
  readonly cell: Cell | undefined;
  readonly write: CellWriter;
  readonly missing: string;
  readonly item: Item;
  readonly row: number;
  readonly isActive: boolean;
  readonly onPick: (place: Place) => void;
};

const GridCell = memo(function CellOf(props: CellProps): ReactNode {
  const { id, column, cell, write, missing, item, row, isActive, onPick } = props;
  const text = cell === undefined ? '' : write(cell, column);
  const isNumber = column.type === 'int64' || column.type === 'float64';
  return (
    // The grid has the focus and the keys (aria-activedescendant).
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="gridcell"
      aria-colindex={item.index + 2}
      aria-selected={isActive}
      className={isNumber ? 'grid-cell numbers' : 'grid-cell'}
      style={{ left: item.start, width: item.size }}
      title={text.length > 16 ? text : undefined}
      onClick={() => onPick({ row, column: item.index })}
    >
      {cell === undefined && <span className="grid-wait" />}
      {cell === null && <span className="grid-missing">{missing}</span>}
      {text}
    </div>
  );
});
