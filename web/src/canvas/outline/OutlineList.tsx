import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';
import { TypeIcon } from '../../app/TypeIcon.tsx';
import { useEditor } from '../../app/useEditor.ts';
import { useText } from '../../i18n/useText.ts';
import { cardState } from '../nodeState.ts';
import { StateMark } from '../StateMark.tsx';
import type { OutlineRow } from './outlineRows.ts';

const ROW = 44;

type Props = {
  readonly id: string;
  readonly rows: readonly OutlineRow[];
  /** The chosen one; -1 where none of these is. */
  readonly at: number;
  readonly onPick: (id: string) => void;
};

/** The rows in view alone, so that ten thousand nodes cost what twenty do. */
export function OutlineList({ id, rows, at, onPick }: Props): ReactNode {
  const say = useText();
  const box = useRef<HTMLDivElement>(null);
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 6,
  });
  useEffect(() => {
    if (at >= 0) lines.scrollToIndex(at, { align: 'auto' });
  }, [at, lines]);
  return (
    <div
      className="outline-list"
      role="listbox"
      id={id}
      aria-label={say('outline.label')}
      tabIndex={-1}
      ref={box}
    >
      <div role="presentation" style={{ height: lines.getTotalSize() }}>
        {lines.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <div
              key={row.node.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              className="outline-row"
              aria-selected={index === at}
              aria-posinset={index + 1}
              aria-setsize={rows.length}
              style={{ transform: `translateY(${start}px)` }}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onPick(row.node.id)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') onPick(row.node.id);
              }}
            >
              <Row row={row} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Row({ row: { node, title, kind, column } }: { readonly row: OutlineRow }): ReactNode {
  const say = useText();
  const type = useEditor(({ catalogue }) => catalogue.types.get(node.type));
  const state = useEditor((whole) => cardState(node.id, whole));
  const step = useEditor(({ run }) => run.steps.get(node.id));
  const problems = useEditor(({ analysis }) => analysis.problemsByNode.get(node.id)?.length ?? 0);
  const more = [
    kind === title ? undefined : kind,
    column === undefined ? undefined : say('outline.column', { column }),
    problems === 0 ? undefined : say('outline.problems', { count: problems }),
  ].filter((text) => text !== undefined);
  return (
    <>
      <TypeIcon type={type} size={28} />
      <span className="outline-words">
        <span title={title}>{title}</span>
        {more.length > 0 && <span className="quiet">{more.join(' · ')}</span>}
      </span>
      <StateMark id={node.id} state={state} step={step} />
    </>
  );
}
