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
  return useCallback((id, values) => intl.formatMessage({ id }, apart(values)), [intl]);
}

/** Letters that run from right to left, and the marks that turn what follows them round. */
const TURNS = /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/u;

/** A name stays in its own direction, and leaves that of the words around it as it was. */
export function apart(values: TextValues = {}): TextValues {
  const entries = Object.entries(values).map(([name, value]) => {
    const isTurning = typeof value === 'string' && TURNS.test(value);
    return [name, isTurning ? `\u2068${value}\u2069` : value] as const;
  });
  return Object.fromEntries(entries);
}

export function useLocale(): Locale {
  return useIntl().locale as Locale;
}
