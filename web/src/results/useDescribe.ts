import { useCallback, useMemo } from 'react';
import { describeMessage, type Description, type ExtraMessages } from '#schemas/errors.ts';
import type { MessageParams, NodeType } from '#schemas/types.ts';
import { useEditor } from '../app/useEditor.ts';
import { useLocale } from '../i18n/useText.ts';

/** Says a code, of the shared catalogue or of a node's own messages, in the reader's language. */
export function useDescribe(): (code: string, params: MessageParams) => Description {
  const locale = useLocale();
  const list = useEditor(({ catalogue }) => catalogue.list);
  const extra = useMemo(() => messagesOf(list), [list]);
  return useCallback(
    (code, params) => describeMessage(code, params, locale, extra),
    [locale, extra],
  );
}

function messagesOf(list: readonly NodeType[]): ExtraMessages {
  return Object.fromEntries(
    list.flatMap(({ type, messages }) =>
      Object.entries(messages.en).map(([name, en]) => [
        `${type}.${name}`,
        { en, 'pt-BR': messages['pt-BR'][name] ?? en },
      ]),
    ),
  );
}
