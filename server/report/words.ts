/** The words of a report: its own, and those with which the page tells the same things. */
import { formatMessage } from '#schemas/errors/format.ts';
import type { Locale, MessageParams } from '#schemas/types.ts';
import { messages } from '../../web/src/i18n/allMessages.ts';
import type { MessageId } from '../../web/src/i18n/messages.ts';
import type { chartsOf } from '../../web/src/results/charts/chartsOf.ts';
import en from './words.en.json' with { type: 'json' };
import pt from './words.pt-BR.json' with { type: 'json' };

export type WordId = keyof typeof en;

/** As the page's own modules expect it. */
type PageSay = Parameters<typeof chartsOf>[1];
export type Say = (id: WordId | MessageId, values?: Parameters<PageSay>[1]) => string;

const own: Readonly<Record<Locale, Readonly<Record<WordId, string>>>> = { en, 'pt-BR': pt };

export function sayIn(locale: Locale): Say {
  const all: Readonly<Record<string, string>> = { ...messages[locale], ...own[locale] };
  return (id, values = {}) => formatMessage(all[id]!, values as MessageParams, locale);
}
