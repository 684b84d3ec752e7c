import { ActionIcon, Tooltip } from '@mantine/core';
import { createContext, useContext, type ReactNode, type RefCallback } from 'react';
import { createPortal } from 'react-dom';
import { Icon } from '../app/Icon.tsx';
import { setPanels } from '../app/setPanels.ts';
import { useEditor } from '../app/useEditor.ts';
import { useText } from '../i18n/useText.ts';
import './InspectorHead.css';

/** Where a tab may put a word and its switches: in the head's own line, for below it every line is one row less. */
export const InspectorTools = createContext<HTMLElement | null>(null);

export function InHead({ children }: { readonly children: ReactNode }): ReactNode {
  const place = useContext(InspectorTools);
  return place === null ? null : createPortal(children, place);
}

type Props = {
  readonly children: ReactNode;
  readonly tools?: RefCallback<HTMLElement>;
};

/** One line: whose results these are, their tabs, and how much of the screen they have. */
export function InspectorHead({ children, tools }: Props): ReactNode {
  const say = useText();
  const isTall = useEditor(({ view }) => view.panels.inspectorTall === true);
  const label = say(isTall ? 'panels.lower' : 'panels.taller');
  return (
    <header className="inspector-head">
      {children}
      {tools !== undefined && <div className="inspector-tools" ref={tools} />}
      <Tooltip label={label} position="top-end">
        <ActionIcon
          variant="subtle"
          color="gray"
          className="inspector-size"
          aria-label={label}
          onClick={() => setPanels({ inspectorTall: !isTall })}
        >
          <Icon name={isTall ? 'down' : 'up'} />
        </ActionIcon>
      </Tooltip>
    </header>
  );
}
