import { useCallback } from 'react';
import type { Reason } from '#schemas/types.ts';
import { useLocale, useText } from '../i18n/useText.ts';
import { editor } from '../store/theEditor.ts';
import { nodeTitle } from './nodeTitle.ts';
import { reasonText } from './reasonText.ts';
import { useEditor } from './useEditor.ts';

/** Says a node's reasons. */
export function useReason(id: string): (reason: Reason) => string {
  const say = useText();
  const locale = useLocale();
  const type = useEditor(({ document, catalogue }) => {
    const node = document.nodesById.get(id);
    return node && catalogue.types.get(node.type);
  });
  return useCallback(
    (reason) =>
      reasonText(reason, {
        locale,
        type,
        flag: (value) => say(value ? 'reason.yes' : 'reason.no'),
        titleOf: (step) => {
          const { document, catalogue } = editor.get();
          const node = document.nodesById.get(step);
          return node ? nodeTitle(node, catalogue.types.get(node.type), locale) : step;
        },
      }),
    [say, locale, type],
  );
}

/** What the next run would do with a node; undefined while that is not known. */
export function useForecast(id: string): string | undefined {
  const say = useText();
  const why = useReason(id);
  const told = useEditor(({ forecast }) =>
    forecast.status === 'known' ? forecast.steps.get(id) : undefined,
  );
  if (told === undefined) return undefined;
  if (told.reason.code === 'pinned') return say('forecast.pinned');
  return told.cached ? say('forecast.cached') : say('forecast.run', { reason: why(told.reason) });
}
