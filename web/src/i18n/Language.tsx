import { useEffect, type ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { useEditor } from '../app/useEditor.ts';
import { messages } from './messages.ts';

/** Gives the words of the language that the reader has chosen to everything within. */
export function Language({ children }: { readonly children: ReactNode }): ReactNode {
  const locale = useEditor((state) => state.view.locale);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <IntlProvider locale={locale} messages={messages[locale]} onError={fail}>
      {children}
    </IntlProvider>
  );
}

function fail(error: Error): never {
  throw error;
}
