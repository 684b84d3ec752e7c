import { useCallback } from 'react';
import type { Reason } from '#schemas/types.ts';
import { useLocale, useText } from '../i18n/useText.ts';
import { placesOf } from '../store/steps.ts';
import { editor } from '../store/theEditor.ts';
import { forecastText } from './forecastText.ts';
import { reasonText } from './reasonText.ts';
import { stepTitle } from './stepTitle.ts';
import { useEditor } from './useEditor.ts';

/** Says the reasons of a step. */
export function useReason(step: string): (reason: Reason) => string {
  const say = useText();
  const locale = useLocale();
  const type = useEditor(({ document, catalogue }) => {
    const node = placesOf(step, document).at(-1)?.node;
    return node && catalogue.types.get(node.type);
  });
  return useCallback(
    (reason) =>
      reasonText(reason, {
        locale,
        type,
        flag: (value) => say(value ? 'reason.yes' : 'reason.no'),
        titleOf: (other) => stepTitle(other, editor.get(), locale),
      }),
    [say, locale, type],
  );
}

/** What the next run would do with a step; undefined while that is not known. */
export function useForecast(step: string): string | undefined {
  const say = useText();
  const locale = useLocale();
  const why = useReason(step);
  const told = useEditor(({ forecast }) =>
    forecast.status === 'known' ? forecast.steps.get(step) : undefined,
  );
  if (told === undefined) return undefined;
  const titleOf = (other: string): string => stepTitle(other, editor.get(), locale);
  const answerOf = (other: string, port: string): string => {
    const { document, catalogue } = editor.get();
    const node = placesOf(other, document).at(-1)?.node;
    const ports = node && catalogue.types.get(node.type)?.outputs;
    return ports?.find(({ name }) => name === port)?.title[locale] ?? port;
  };
  return forecastText(told, { say, locale, why, titleOf, answerOf });
}
