import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { Locale } from '#schemas/types.ts';
import type { MessageId } from './messages.ts';

export type TextValues = Readonly<
  Record<string, string | number | boolean | Date | null | undefined>
>;

/** Says a message in the reader's language. */
export type Say = (id: MessageId, values?: TextValues) => string;

export function useText(): Say {
  const intl = useIntl();
  return useCallback((id, values) => intl.formatMessage({ id }, { ...values }), [intl]);
}

export function useLocale(): Locale {
  return useIntl().locale as Locale;
}
