import { useMemo } from 'react';
import { useLocale, useText } from '../../i18n/useText.ts';
import { cellWriter, type CellWriter } from './cellText.ts';

/** Writes cells as the reader's language does. */
export function useCellWriter(): CellWriter {
  const say = useText();
  const locale = useLocale();
  return useMemo(
    () => cellWriter(locale, { yes: say('panels.yes'), no: say('panels.no') }),
    [locale, say],
  );
}
