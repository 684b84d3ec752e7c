import { TextInput } from '@mantine/core';
import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { NodeType } from '#schemas/types.ts';
import { useEditor } from '../app/useEditor.ts';
import { TypeIcon } from '../app/TypeIcon.tsx';
import { useFocusBack } from '../app/useFocusBack.ts';
import { useLocale, useText } from '../i18n/useText.ts';
import { replaceNode } from '../store/commands/replace.ts';
import { editor } from '../store/theEditor.ts';
import { addPicked } from './actions.ts';
import { setCanvas, useCanvas, type Picker } from './canvasState.ts';
import { portFor } from './fitting.ts';
import { searchTypes } from './paletteSearch.ts';
import { chosenCard, focusCard } from './useGoTo.ts';
import './PickerPanel.css';

const HEIGHT = 360;
const WIDTH = 288;

/** A palette where the hand is: for a wire that ended on nothing it holds only what fits. */
export function PickerPanel(): ReactNode {
  const picker = useCanvas((state) => state.picker);
  return picker === undefined ? null : (
    <Open picker={picker} key={`${picker.at.x} ${picker.at.y}`} />
  );
}

function Open({ picker }: { readonly picker: Picker }): ReactNode {
  useFocusBack(chosenCard);
  const say = useText();
  const locale = useLocale();
  const list = useEditor(({ catalogue }) => catalogue.list);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const { wire, replaces } = picker;
  const found = useMemo(() => {
    const fitting =
      replaces === undefined
        ? list.filter((type) => wire === undefined || portFor(type, wire) !== undefined)
        : inPlaceOf(replaces, list, query !== '');
    return searchTypes(fitting, query, locale);
  }, [list, wire, replaces, query, locale]);
  const hint =
    replaces !== undefined ? 'replace.with' : wire === undefined ? 'palette.search' : 'picker.fits';
  const close = (): void => setCanvas({ picker: undefined });
  const pick = (index: number): void => {
    const type = found[index];
    if (type !== undefined) addPicked(type, picker);
    close();
    const [added] = type === undefined ? [] : editor.get().view.selectedNodes;
    if (added !== undefined) requestAnimationFrame(() => focusCard(added));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt((now) => Math.max(0, Math.min(found.length - 1, now + step)));
    } else if (event.key === 'Enter') pick(at);
    else if (event.key === 'Escape') close();
    else return;
    event.stopPropagation();
  };
  const style = {
    left: Math.max(8, Math.min(picker.at.x + 8, innerWidth - WIDTH - 8)),
    top: Math.max(8, Math.min(picker.at.y - 24, innerHeight - HEIGHT - 8)),
  };
  return (
    <div className="picker" style={style} role="dialog" aria-label={say('picker.label')}>
      <TextInput
        data-autofocus
        autoFocus
        size="xs"
        value={query}
        placeholder={say(hint)}
        aria-label={say('palette.search')}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="picker-list" role="listbox" aria-label={say('picker.label')}>
        {found.map((type, index) => (
          <div
            key={type.type}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            ref={index === at ? intoView : null}
            // Not on entering: the list may open beneath a hand that rests, and Enter takes the first then.
            onPointerMove={() => setAt(index)}
            onPointerDown={(event) => {
              event.preventDefault();
              pick(index);
            }}
          >
            <TypeIcon type={type} size={24} />
            <span>{type.title[locale]}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="quiet picker-none">{say('palette.none')}</p>}
    </div>
  );
}

/** The types with which no wire is lost; every other one where somebody searches for it. */
function inPlaceOf(
  id: string,
  list: readonly NodeType[],
  isSearched: boolean,
): readonly NodeType[] {
  const { document, catalogue } = editor.get();
  return list.filter((type) => {
    const replacement = replaceNode(document, catalogue, id, type);
    return replacement !== undefined && (isSearched || replacement.lost.length === 0);
  });
}

function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
