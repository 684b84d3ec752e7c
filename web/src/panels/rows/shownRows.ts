/** Some rows of an output in place of all of them, until somebody goes back or looks at something else. */
import { setPanels, setView } from '../../app/setPanels.ts';
import { editor } from '../../store/theEditor.ts';
import type { ShownRows } from '../../store/state.ts';

export function showRows(rows: ShownRows): void {
  editor.select([rows.node]);
  setPanels({ inspectorTab: 'data', inspectorOpen: true });
  setView({ shownRows: rows });
}

export function showAllRows(): void {
  setView({ shownRows: undefined });
}

/** To the report that led here. */
export function backToReport({ from }: ShownRows): void {
  showAllRows();
  editor.select([from]);
  setPanels({ inspectorTab: 'report' });
}
