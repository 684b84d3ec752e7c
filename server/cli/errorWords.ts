import { describe, type ExtraMessages } from '#schemas/errors.ts';
import type { Locale } from '#schemas/types.ts';

/** One line. The words of a node's own errors stand in its folder; they are read only where one is met. */
export async function inWords(
  error: Parameters<typeof describe>[0],
  locale: Locale,
): Promise<string> {
  const extra = error.code.includes('.') ? await wordsOfNodes() : {};
  const { message, remedy } = describe(error, locale, extra);
  return remedy === '' ? message : `${message} ${remedy}`;
}

export async function wordsOfNodes(): Promise<ExtraMessages> {
  const { catalogueSource } = await import('#server/services/catalogue.ts');
  return catalogueSource(undefined).service.messages();
}
