/** Says the page's messages as the page does, for tests without one. */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '#schemas/types.ts';
import { messages } from '../../web/src/i18n/allMessages.ts';
import type { Say } from '../../web/src/i18n/useText.ts';

export const sayIn =
  (locale: Locale): Say =>
  (id, values) =>
    String(new IntlMessageFormat(messages[locale][id], locale).format(values));
