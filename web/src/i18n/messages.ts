/**
 * Every text of the interface by its id, one pair of files an area, so that an area's words stand together. The words
 * of nodes, of errors and of reasons come from the catalogue and from schemas/. A reader loads one language.
 */
import type { Locale } from '#schemas/types.ts';
import type { messages as english } from './en.ts';

export type MessageId = keyof typeof english;
export type Messages = Readonly<Record<MessageId, string>>;

const files: Readonly<Record<Locale, () => Promise<{ readonly messages: Messages }>>> = {
  en: () => import('./en.ts'),
  'pt-BR': () => import('./ptBr.ts'),
};

export async function loadMessages(locale: Locale): Promise<Messages> {
  return (await files[locale]()).messages;
}
