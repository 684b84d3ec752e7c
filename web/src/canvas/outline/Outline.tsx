import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { useId, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Icon } from '../../app/Icon.tsx';
import { useEditor } from '../../app/useEditor.ts';
import { useLocale, useText } from '../../i18n/useText.ts';
import { setCanvas } from '../canvasState.ts';
import { useGoTo } from '../useGoTo.ts';
import { OutlineList } from './OutlineList.tsx';
import { outlineRows, searchRows } from './outlineRows.ts';
import './Outline.css';

/** The pipeline as a list in the order of its run: whatever is chosen here is selected and shown on the canvas. */
export function Outline(): ReactNode {
  const say = useText();
  const locale = useLocale();
  const list = useId();
  const goTo = useGoTo();
  const [query, setQuery] = useState('');
  const graph = useEditor((state) => state.document);
  const catalogue = useEditor((state) => state.catalogue);
  const schemas = useEditor(({ analysis }) => analysis.schemas);
  const chosen = useEditor(({ view }) => [...view.selectedNodes][0]);
  const rows = useMemo(() => outlineRows(graph, catalogue, locale), [graph, catalogue, locale]);
  const found = useMemo(() => searchRows(rows, query, schemas), [rows, query, schemas]);
  const at = found.findIndex(({ node }) => node.id === chosen);

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = nextRow(event.key, at, found.length);
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter') goTo((found[at] ?? found[0])?.node.id ?? '', true);
    else if (next !== undefined) goTo(found[next]?.node.id ?? '');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <div className="palette-head">
        <TextInput
          size="xs"
          role="combobox"
          aria-expanded
          aria-autocomplete="list"
          aria-controls={list}
          aria-activedescendant={at === -1 ? undefined : `${list}-${at}`}
          value={query}
          placeholder={say('outline.search')}
          aria-label={say('outline.search')}
          leftSection={<Icon name="search" size={14} />}
          ref={takeFocus}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <Tooltip label={say('outline.close')} position="right">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={say('outline.close')}
            onClick={close}
          >
            <Icon name="cross" />
          </ActionIcon>
        </Tooltip>
      </div>
      <OutlineList id={list} rows={found} at={at} onPick={goTo} />
      {found.length === 0 && (
        <p className="quiet palette-none">
          {say(rows.length === 0 ? 'outline.empty' : 'outline.none')}
        </p>
      )}
    </>
  );
}

/** The keys go back to where the eye is: to the chosen card. */
function close(): void {
  setCanvas({ outline: false });
  document.querySelector<HTMLElement>('.react-flow__node.selected')?.focus({ preventScroll: true });
}

/** The row that a key leads to; undefined for a key that leads to none. */
function nextRow(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return Math.min(at + 1, count - 1);
  if (key === 'ArrowUp') return Math.max(at - 1, 0);
  if (key === 'PageDown') return Math.min(at + 10, count - 1);
  return key === 'PageUp' ? Math.max(at - 10, 0) : undefined;
}

function takeFocus(element: HTMLInputElement | null): void {
  element?.focus({ preventScroll: true });
}
