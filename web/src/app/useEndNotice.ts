import { useEffect } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { durationText } from '#schemas/quantities.ts';
import { getRun } from '../api.ts';
import { useLocale, useText } from '../i18n/useText.ts';
import { endNotices, LONG_MS, OFFER_MS, type EndNotice } from '../store/endNotice.ts';
import type { Runs } from '../store/runs.ts';
import { editor } from '../store/theEditor.ts';
import { isNotifying, notify, useNotifying } from './notifying.ts';
import { useEditor } from './useEditor.ts';
import { useSession } from './useOpenPipeline.ts';

/**
 * The page's title names the pipeline, and says how a long run ended until somebody looks. Whoever wanted a
 * notification gets one too where nobody sees the page.
 */
export function useEndNotice(): void {
  const say = useText();
  const locale = useLocale();
  const { runs } = useSession();
  const name = useEditor(({ document }) => document.name);
  useEffect(() => {
    const title = `${name} · Esteira`;
    document.title = title;
    const seen = (): void => {
      if (!document.hidden && document.hasFocus()) document.title = title;
    };
    const told = endNotices(editor.get().run);
    const leave = editor.store.subscribe(({ run }, { run: before }) => {
      const isAsked = isNotifying(useNotifying.getState());
      const least = isAsked ? OFFER_MS : LONG_MS;
      const notice = told(before, run, { now: Date.now(), least });
      if (notice === undefined || (!document.hidden && document.hasFocus())) return;
      const words = say(`run.status.${notice.status}`);
      document.title = `${words}: ${title}`;
      if (!isAsked || !document.hidden) return;
      const time = durationText(notice.seconds * 1000, locale);
      const body = say('run.ended', { status: words, time });
      const tag = `esteira-run-${notice.run}`;
      notify({ title: name, body, tag }, () => void showRun(notice, runs));
    });
    addEventListener('focus', seen);
    document.addEventListener('visibilitychange', seen);
    return () => {
      leave();
      removeEventListener('focus', seen);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [name, say, locale, runs]);
}

/** On its canvas, wherever the page has gone meanwhile. */
async function showRun({ run, pipeline }: EndNotice, runs: Runs): Promise<void> {
  if (pipeline === null) return;
  const path = `/pipelines/${pipeline}`;
  if (location.pathname !== path) navigate(`${path}?run=${run}`);
  else if (editor.get().run.current?.id !== run) await runs.show(await getRun(run));
}
