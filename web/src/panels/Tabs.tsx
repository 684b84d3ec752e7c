import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useText } from '../i18n/useText.ts';
import type { TabName } from './tabNames.ts';

type Props = {
  readonly tabs: readonly TabName[];
  readonly chosen: TabName;
  readonly onChoose: (tab: TabName) => void;
};

/** One of several views; the arrows go from one to the next. */
export function Tabs({ tabs, chosen, onChoose }: Props): ReactNode {
  const say = useText();
  const list = useRef<HTMLDivElement>(null);
  const press = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? tabs.length - 1 : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const next = tabs[(tabs.indexOf(chosen) + by) % tabs.length]!;
    onChoose(next);
    list.current?.querySelector<HTMLElement>(`#inspector-tab-${next}`)?.focus();
  };
  return (
    <div className="tabs" role="tablist" tabIndex={-1} ref={list} onKeyDown={press}>
      {tabs.map((tab) => (
        <button
          key={tab}
          id={`inspector-tab-${tab}`}
          type="button"
          role="tab"
          className="tab"
          aria-selected={tab === chosen}
          aria-controls="inspector-panel"
          tabIndex={tab === chosen ? 0 : -1}
          onClick={() => onChoose(tab)}
        >
          {say(`panels.tab.${tab}`)}
        </button>
      ))}
    </div>
  );
}
