import { useCallback, type KeyboardEvent } from 'react';

export type Place = { readonly row: number; readonly column: number };
export type Size = { readonly rows: number; readonly columns: number };

const PAGE_ROWS = 15;

/** Where a key leads from a cell (the grid pattern of ARIA's practices); undefined for a key that is not the grid's. */
export function moved(
  { row, column }: Place,
  { rows, columns }: Size,
  key: string,
  isControl: boolean,
): Place | undefined {
  const targets: Readonly<Record<string, Place>> = {
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    ArrowRight: { row, column: column + 1 },
    ArrowLeft: { row, column: column - 1 },
    PageDown: { row: row + PAGE_ROWS, column },
    PageUp: { row: row - PAGE_ROWS, column },
    Home: { row: isControl ? 0 : row, column: 0 },
    End: { row: isControl ? rows - 1 : row, column: columns - 1 },
  };
  const to = Object.hasOwn(targets, key) ? targets[key] : undefined;
  return to && { row: within(to.row, rows), column: within(to.column, columns) };
}

const within = (at: number, count: number): number => Math.max(0, Math.min(count - 1, at));

export function useGridKeys(
  active: Place,
  size: Size,
  go: (place: Place) => void,
): (event: KeyboardEvent) => void {
  return useCallback(
    (event) => {
      const next = moved(active, size, event.key, event.ctrlKey || event.metaKey);
      if (next === undefined) return;
      event.preventDefault();
      // The canvas moves nodes by the arrows.
      event.stopPropagation();
      go(next);
    },
    [active, size, go],
  );
}
