import { TextInput } from '@mantine/core';
import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useEditor } from '../app/useEditor.ts';
import { TypeIcon } from '../app/TypeIcon.tsx';
import { useLocale, useText } from '../i18n/useText.ts';
import { addPicked } from './actions.ts';
import { setCanvas, useCanvas, type Picker } from './canvasState.ts';
import { portFor } from './fitting.ts';
import { searchTypes } from './paletteSearch.ts';
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
  const say = useText();
  const locale = useLocale();
  const list = useEditor(({ catalogue }) => catalogue.list);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const { wire } = picker;
  const found = useMemo(() => {
    const fitting =
      wire === undefined ? list : list.filter((type) => portFor(type, wire) !== undefined);
    return searchTypes(fitting, query, locale);
  }, [list, wire, query, locale]);
  const close = (): void => setCanvas({ picker: undefined });
  const pick = (index: number): void => {
    const type = found[index];
    if (type !== undefined) addPicked(type, picker);
    close();
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
        placeholder={say(wire === undefined ? 'palette.search' : 'picker.fits')}
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
            onPointerEnter={() => setAt(index)}
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

function intoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
