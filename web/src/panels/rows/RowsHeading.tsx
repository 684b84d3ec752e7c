import { useEffect, type ReactNode } from 'react';
import { useEditor } from '../../app/useEditor.ts';
import { useText } from '../../i18n/useText.ts';
import { editor } from '../../store/theEditor.ts';
import { backToReport, showAllRows } from './shownRows.ts';
import './rows.css';

/** Which rows are shown where they are not all, the way to all of them, and the way back. */
export function RowsHeading({ node }: { readonly node: string }): ReactNode {
  const say = useText();
  const shown = useEditor(({ view }) =>
    view.shownRows?.node === node ? view.shownRows : undefined,
  );
  const hasReport = useEditor(
    ({ document }) => shown !== undefined && document.nodesById.has(shown.from),
  );
  // Whoever looks at something else has done with them.
  useEffect(
    () => () => {
      if (editor.get().view.shownRows?.node === node) showAllRows();
    },
    [node],
  );
  if (shown === undefined) return null;
  return (
    <div className="rows-heading" role="status">
      <p>{say(`panels.rows.${shown.words.id}`, shown.words.values)}</p>
      <button type="button" className="link-button" onClick={showAllRows}>
        {say('panels.rows.all')}
      </button>
      {hasReport && (
        <button type="button" className="link-button" onClick={() => backToReport(shown)}>
          {say('panels.rows.back')}
        </button>
      )}
    </div>
  );
}
