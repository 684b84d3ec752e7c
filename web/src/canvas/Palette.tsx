import { ActionIcon, Kbd, TextInput, Tooltip } from '@mantine/core';
import { useReactFlow } from '@xyflow/react';
import { Suspense, useMemo, useState, type ReactNode } from 'react';
import type { Category, NodeType } from '#schemas/types.ts';
import { lazily } from '../app/lazily.ts';
import { Icon } from '../app/Icon.tsx';
import { TypeIcon } from '../app/TypeIcon.tsx';
import { useEditor } from '../app/useEditor.ts';
import { useLocale, useText } from '../i18n/useText.ts';
import type { Point } from '../store/commands/nodes.ts';
import { addNext, addNoteNear } from './actions.ts';
import { useCanvas } from './canvasState.ts';
import { DragGhost } from './DragGhost.tsx';
import { OutlineToggle } from './outline/OutlineToggle.tsx';
import { searchTypes } from './paletteSearch.ts';
import { openRoom } from './openRoom.ts';
import { usePaletteDrag } from './usePaletteDrag.ts';
import { usePaletteFold } from './usePaletteFold.ts';
import './Palette.css';

const Outline = lazily(async () => ({ default: (await import('./outline/Outline.tsx')).Outline }));

/** Every type of node, by category: dragged onto the canvas, or added by a double click or Enter. */
export function Palette(): ReactNode {
  const say = useText();
  const { isOpen, isOver, toggle, onFocus, onBlur } = usePaletteFold();
  const isOutline = useCanvas((state) => state.outline);
  const label = say(isOutline ? 'outline.open' : 'palette.label');
  return (
    // It only hears whether the keys are anywhere in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <nav
      className="palette"
      data-open={isOpen || isOutline}
      data-outline={isOutline}
      data-over={isOver}
      aria-label={label}
      onFocus={onFocus}
      onBlur={onBlur}
    >
      {isOutline && (
        <Suspense fallback={null}>
          <Outline />
        </Suspense>
      )}
      {!isOutline && (isOpen ? <Full fold={toggle} /> : <Folded unfold={toggle} />)}
      <DragGhost />
    </nav>
  );
}

function Full({ fold }: { readonly fold: () => void }): ReactNode {
  const say = useText();
  const locale = useLocale();
  const list = useEditor(({ catalogue }) => catalogue.list);
  const [query, setQuery] = useState('');
  const found = useMemo(() => searchTypes(list, query, locale), [list, query, locale]);
  const add = useAdd();
  return (
    <>
      <div className="palette-head">
        <TextInput
          size="xs"
          value={query}
          placeholder={say('palette.search')}
          aria-label={say('palette.search')}
          leftSection={<Icon name="search" size={14} />}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && found[0] !== undefined) add(found[0]);
            if (event.key !== 'Escape' || query === '') return;
            // Only once nothing is searched for does the key lead back to the canvas.
            event.preventDefault();
            setQuery('');
          }}
        />
        <OutlineToggle />
        <Fold isOpen onClick={fold} />
      </div>
      <div className="palette-list">
        {query.trim() === '' ? (
          grouped(found).map(([category, types]) => (
            <section key={category} aria-label={say(`category.${category}`)}>
              <h3>{say(`category.${category}`)}</h3>
              {types.map((type) => (
                <Item key={type.type} type={type} onAdd={add} />
              ))}
            </section>
          ))
        ) : (
          <section aria-label={say('palette.found')}>
            {found.map((type) => (
              <Item key={type.type} type={type} onAdd={add} />
            ))}
          </section>
        )}
        {found.length === 0 && <p className="quiet palette-none">{say('palette.none')}</p>}
      </div>
      <NoteItem />
    </>
  );
}

function Folded({ unfold }: { readonly unfold: () => void }): ReactNode {
  const locale = useLocale();
  const list = useEditor(({ catalogue }) => catalogue.list);
  const add = useAdd();
  const all = useMemo(() => searchTypes(list, '', locale), [list, locale]);
  return (
    <>
      <Fold isOpen={false} onClick={unfold} />
      <OutlineToggle />
      <div className="palette-list">
        {all.map((type) => (
          <Tooltip key={type.type} label={type.title[locale]} position="right">
            <span>
              <Item type={type} onAdd={add} isSmall />
            </span>
          </Tooltip>
        ))}
      </div>
    </>
  );
}

/** Whatever presses a button. */
const presses: ReadonlySet<string> = new Set(['Enter', ' ']);

type ItemProps = {
  readonly type: NodeType;
  readonly onAdd: (type: NodeType) => void;
  readonly isSmall?: boolean;
};

function Item({ type, onAdd, isSmall = false }: ItemProps): ReactNode {
  const locale = useLocale();
  const onPointerDown = usePaletteDrag(type);
  return (
    <button
      type="button"
      className="palette-item"
      data-type={type.type}
      aria-label={type.title[locale]}
      title={isSmall ? undefined : type.summary[locale]}
      onPointerDown={onPointerDown}
      onDoubleClick={() => onAdd(type)}
      onKeyDown={(event) => {
        if (!presses.has(event.key)) return;
        event.preventDefault();
        onAdd(type);
      }}
    >
      <TypeIcon type={type} size={isSmall ? 32 : 28} />
      {!isSmall && <span>{type.title[locale]}</span>}
    </button>
  );
}

/** A note stands apart from the types: it is text for people. */
function NoteItem(): ReactNode {
  const say = useText();
  const middle = useMiddle();
  const onPointerDown = usePaletteDrag('note');
  const add = (): void => addNoteNear(middle());
  return (
    <div className="palette-foot">
      <button
        type="button"
        className="palette-item"
        data-type="note"
        title={say('note.summary')}
        onPointerDown={onPointerDown}
        onDoubleClick={add}
        onKeyDown={(event) => {
          if (!presses.has(event.key)) return;
          event.preventDefault();
          add();
        }}
      >
        <span className="tile palette-note" aria-hidden>
          <Icon name="note" />
        </span>
        <span>{say('note.label')}</span>
        <Kbd size="xs">N</Kbd>
      </button>
    </div>
  );
}

type FoldProps = { readonly isOpen: boolean; readonly onClick: () => void };

function Fold({ isOpen, onClick }: FoldProps): ReactNode {
  const say = useText();
  const label = say(isOpen ? 'palette.fold' : 'palette.unfold');
  return (
    <Tooltip label={label} position="right">
      <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={onClick}>
        <Icon name={isOpen ? 'left' : 'right'} />
      </ActionIcon>
    </Tooltip>
  );
}

function useAdd(): (type: NodeType) => void {
  const middle = useMiddle();
  return (type) => addNext(type, middle());
}

/** Of what is seen of the canvas. */
function useMiddle(): () => Point {
  const { screenToFlowPosition } = useReactFlow();
  return () => {
    const { x: left = 0, y: top = 0 } =
      document.querySelector('.canvas')?.getBoundingClientRect() ?? {};
    const { x, y, width, height } = openRoom();
    return screenToFlowPosition({ x: left + x + width / 2, y: top + y + height / 2 });
  };
}

function grouped(types: readonly NodeType[]): readonly (readonly [Category, NodeType[]])[] {
  const groups = new Map<Category, NodeType[]>();
  for (const type of types) groups.set(type.category, [...(groups.get(type.category) ?? []), type]);
  return [...groups];
}
