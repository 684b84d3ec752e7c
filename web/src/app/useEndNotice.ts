import { useEffect } from 'react';
import { durationText } from '#schemas/quantities.ts';
import { useLocale, useText } from '../i18n/useText.ts';
import { endNotice } from '../store/endNotice.ts';
import { editor } from '../store/theEditor.ts';
import { useEditor } from './useEditor.ts';

/**
 * The page's title names the pipeline, and says how a long run ended until somebody looks. Where the browser may
 * already show notifications it shows one; it is never asked for, since a question nobody expects is refused.
 */
export function useEndNotice(): void {
  const say = useText();
  const locale = useLocale();
  const name = useEditor(({ document }) => document.name);
  useEffect(() => {
    const title = `${name} · Esteira`;
    document.title = title;
    const seen = (): void => {
      if (!document.hidden && document.hasFocus()) document.title = title;
    };
    const leave = editor.store.subscribe(({ run }, { run: before }) => {
      const notice = run === before ? undefined : endNotice(before, run, Date.now());
      if (notice === undefined || (!document.hidden && document.hasFocus())) return;
      const words = say(`run.status.${notice.status}`);
      document.title = `${words}: ${title}`;
      const time = durationText(notice.seconds * 1000, locale);
      notify(name, say('run.ended', { status: words, time }));
    });
    addEventListener('focus', seen);
    document.addEventListener('visibilitychange', seen);
    return () => {
      leave();
      removeEventListener('focus', seen);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [name, say, locale]);
}

function notify(title: string, body: string): void {
  if (!('Notification' in globalThis) || Notification.permission !== 'granted') return;
  try {
    const shown = new Notification(title, { body, tag: 'esteira-run' });
    shown.addEventListener('click', () => {
      window.focus();
      shown.close();
    });
  } catch {
    // Some phones have the name but only let workers show one; the title has said it.
  }
}
