import { ActionIcon, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { editor } from '../store/theEditor.ts';
import { TourOffer } from '../tour/TourOffer.tsx';
import { useLocale, useText } from '../i18n/useText.ts';
import type { MessageId } from '../i18n/messages.ts';
import { historyWords } from './historyWords.ts';
import { Icon, type IconName } from './Icon.tsx';
import { MoreMenu } from './MoreMenu.tsx';
import { NoticeOffer } from './NoticeOffer.tsx';
import { PipelineName } from './PipelineName.tsx';
import { RunButton } from './RunButton.tsx';
import { RunState } from './RunState.tsx';
import { RunStopped } from './RunStopped.tsx';
import { RunVoice } from './RunVoice.tsx';
import { useEditor } from './useEditor.ts';
import { ViewMenus } from './ViewMenus.tsx';
import './TopBar.css';

export function TopBar(): ReactNode {
  const say = useText();
  return (
    <header className="top-bar">
      <Tooltip label={say('editor.toHome')}>
        <ActionIcon
          component={Link}
          href="/"
          variant="subtle"
          color="gray"
          size={32}
          aria-label={say('editor.toHome')}
        >
          <Icon name="home" />
        </ActionIcon>
      </Tooltip>
      <PipelineName />
      <SavedState />
      <span className="top-bar-gap" />
      <Step way="undo" icon="undo" />
      <Step way="redo" icon="redo" />
      <span className="top-bar-line" />
      <RunState />
      <RunVoice />
      <NoticeOffer />
      <RunStopped>
        <span data-tour="run">
          <RunButton />
        </span>
      </RunStopped>
      <span className="top-bar-line" />
      <TourOffer />
      <ViewMenus />
      <span data-tour="more">
        <MoreMenu />
      </span>
    </header>
  );
}

function SavedState(): ReactNode {
  const say = useText();
  const status = useEditor(({ save }) => save.status);
  return (
    <span className="top-bar-saved" data-status={status} role="status">
      {say(`save.status.${status}`)}
    </span>
  );
}

/** Undo and redo say what they would take back or do again. */
function Step({
  way,
  icon,
}: {
  readonly way: 'undo' | 'redo';
  readonly icon: IconName;
}): ReactNode {
  const say = useText();
  const entry = useEditor(({ history }) => (way === 'undo' ? history.done : history.undone).at(-1));
  const catalogue = useEditor((state) => state.catalogue);
  const locale = useLocale();
  const action =
    entry === undefined ? '' : say(`history.${entry.name}`, historyWords(entry, catalogue, locale));
  const label =
    entry === undefined
      ? say(`action.${way}` satisfies MessageId)
      : say(`action.${way}What`, { action });
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        aria-label={label}
        aria-disabled={entry === undefined}
        {...(entry === undefined ? { 'data-disabled': true } : {})}
        onClick={() => editor[way]()}
      >
        <Icon name={icon} />
      </ActionIcon>
    </Tooltip>
  );
}
