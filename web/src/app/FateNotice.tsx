import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { ApiError, createPipeline, restorePipeline } from '../api.ts';
import { useText } from '../i18n/useText.ts';
import { pipelineOf } from '../store/document.ts';
import { editor } from '../store/theEditor.ts';
import { Notice } from './Notice.tsx';

/** Does something once at a time; what keeps the server from it is told. */
function useAsking(): {
  readonly isBusy: boolean;
  readonly problem: string;
  readonly ask: (work: () => Promise<void>) => Promise<void>;
} {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const ask = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setProblem('');
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(` ${error.message} ${error.remedy}`);
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, problem, ask };
}

/** What is edited is saved, but nobody finds it among the pipelines. */
export function Trashed(): ReactNode {
  const say = useText();
  const { isBusy, problem, ask } = useAsking();
  const restore = async (): Promise<void> => {
    const { id } = editor.get().document;
    if (id !== null) await restorePipeline(id);
    editor.set({ save: { ...editor.get().save, fate: 'kept' } });
  };
  return (
    <Notice tone="stale" text={say('save.trashed') + problem}>
      <Button
        size="compact-sm"
        variant="default"
        disabled={isBusy}
        onClick={() => void ask(restore)}
      >
        {say('save.restore')}
      </Button>
    </Notice>
  );
}

/** What is shown exists here alone, and can be kept as a pipeline of its own. */
export function Deleted(): ReactNode {
  const say = useText();
  const [, navigate] = useLocation();
  const { isBusy, problem, ask } = useAsking();
  const keep = async (): Promise<void> => {
    const { id } = await createPipeline(pipelineOf(editor.get().document));
    editor.set({ save: { ...editor.get().save, status: 'saved' } });
    navigate(`/pipelines/${id}`);
  };
  return (
    <Notice tone="failed" text={say('save.deleted') + problem}>
      <Button size="compact-sm" variant="default" disabled={isBusy} onClick={() => void ask(keep)}>
        {say('save.asNew')}
      </Button>
    </Notice>
  );
}
