import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../i18n/useText.ts';
import { useEditor } from './useEditor.ts';
import { useSession } from './useOpenPipeline.ts';
import './SaveNotice.css';

/** Said across the page when what is edited cannot be saved, with what can be done. */
export function SaveNotice(): ReactNode {
  const say = useText();
  const { autosave } = useSession();
  const { status, error } = useEditor((state) => state.save);
  if (status === 'offline') {
    return (
      <Notice tone="stale" text={say('save.offline')}>
        <Button size="compact-sm" variant="default" onClick={() => void autosave.flush()}>
          {say('action.retry')}
        </Button>
      </Notice>
    );
  }
  if (status === 'conflict') {
    return (
      <Notice tone="failed" text={say('save.conflict')}>
        <Button size="compact-sm" variant="default" onClick={() => location.reload()}>
          {say('save.takeTheirs')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => void autosave.overwrite()}>
          {say('save.keepMine')}
        </Button>
      </Notice>
    );
  }
  if (status === 'refused' && error !== undefined) {
    return (
      <Notice tone="failed" text={`${say('save.refused')} ${error.message} ${error.remedy}`} />
    );
  }
  return null;
}

type NoticeProps = {
  readonly tone: 'stale' | 'failed';
  readonly text: string;
  readonly children?: ReactNode;
};

function Notice({ tone, text, children }: NoticeProps): ReactNode {
  return (
    <div className="save-notice" data-tone={tone} role="alert">
      <span>{text}</span>
      {children}
    </div>
  );
}
