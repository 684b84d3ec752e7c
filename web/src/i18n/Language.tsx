import { useEffect, useState, type ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import type { Locale } from '#schemas/types.ts';
import { useEditor } from '../app/useEditor.ts';
import { loadMessages, type Messages } from './messages.ts';

type Spoken = { readonly locale: Locale; readonly messages: Messages };

/**
 * Gives the words of the language that the reader has chosen to everything within. Until another language is there
 * the page stays in the one before.
 */
export function Language({ children }: { readonly children: ReactNode }): ReactNode {
  const locale = useEditor((state) => state.view.locale);
  const [spoken, setSpoken] = useState<Spoken>();
  useEffect(() => {
    let isWanted = true;
    // Without the server there are no new words: what is shown stays.
    loadMessages(locale)
      .then((messages) => isWanted && setSpoken({ locale, messages }))
      .catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [locale]);
  const shown = spoken?.locale;
  useEffect(() => {
    if (shown !== undefined) document.documentElement.lang = shown;
  }, [shown]);
  if (spoken === undefined) return null;
  return (
    <IntlProvider locale={spoken.locale} messages={spoken.messages} onError={fail}>
      {children}
    </IntlProvider>
  );
}

function fail(error: Error): never {
  throw error;
}
