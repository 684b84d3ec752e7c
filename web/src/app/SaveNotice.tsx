import { Button, CloseButton } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { ApiError, type PipelineSummary } from '../api.ts';
import { useText } from '../i18n/useText.ts';
import { Deleted, Trashed } from './FateNotice.tsx';
import { Notice } from './Notice.tsx';
import { useEditor } from './useEditor.ts';
import { useSession } from './useOpenPipeline.ts';

/** Said across the page when what is edited cannot be saved, with what can be done. */
export function SaveNotice(): ReactNode {
  const say = useText();
  const { autosave } = useSession();
  const { status, error, fate } = useEditor((state) => state.save);
  const [copy, setCopy] = useState<Copy>();
  if (fate === 'deleted') return <Deleted />;
  if (status === 'offline') {
    return (
      <Notice tone="stale" text={say('save.offline')}>
        <Button size="compact-sm" variant="default" onClick={() => void autosave.flush()}>
          {say('action.retry')}
        </Button>
      </Notice>
    );
  }
  if (status === 'conflict') return <Conflict onCopy={setCopy} />;
  if (status === 'refused' && error !== undefined) {
    return (
      <Notice tone="failed" text={`${say('save.refused')} ${error.message} ${error.remedy}`} />
    );
  }
  if (fate === 'trashed') return <Trashed />;
  if (copy === undefined) return null;
  return (
    <Notice tone="told" text={say(`transfer.copied.${copy.of}`, { name: copy.name })}>
      <Button
        component={Link}
        href={`/pipelines/${copy.id}`}
        size="compact-sm"
        variant="default"
        onClick={() => setCopy(undefined)}
      >
        {say('transfer.openCopy')}
      </Button>
      <CloseButton aria-label={say('action.close')} onClick={() => setCopy(undefined)} />
    </Notice>
  );
}

/** A version that was not chosen, kept as a pipeline of its own. */
type Copy = Pick<PipelineSummary, 'id' | 'name'> & { readonly of: 'mine' | 'theirs' };

/** Two versions of one pipeline. Whichever is chosen, the other is not lost. */
function Conflict({ onCopy }: { readonly onCopy: (copy: Copy) => void }): ReactNode {
  const say = useText();
  const { autosave, reopen } = useSession();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const choose = async (of: Copy['of']): Promise<void> => {
    setBusy(true);
    setProblem('');
    const nameOf = (name: string): string => say(`transfer.copy.${of}`, { name });
    try {
      const copy = await (of === 'mine' ? autosave.leave(nameOf) : autosave.overwrite(nameOf));
      if (copy !== undefined) onCopy({ id: copy.id, name: copy.name, of });
      if (of === 'mine') reopen();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(` ${error.message} ${error.remedy}`);
    } finally {
      setBusy(false);
    }
  };
  const button = { size: 'compact-sm', variant: 'default', disabled: isBusy } as const;
  return (
    <Notice tone="failed" text={say('save.conflict') + problem}>
      <Button {...button} onClick={() => void choose('mine')}>
        {say('save.takeTheirs')}
      </Button>
      <Button {...button} onClick={() => void choose('theirs')}>
        {say('save.keepMine')}
      </Button>
    </Notice>
  );
}
