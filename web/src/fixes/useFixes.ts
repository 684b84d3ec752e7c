import { useCallback } from 'react';
import { useEditor } from '../app/useEditor.ts';
import { useLocale } from '../i18n/useText.ts';
import type { Fix, Told } from './index.ts';
import { useDatasets } from './useDatasets.ts';
import { useFinder } from './useFinder.ts';

const none: readonly Fix[] = [];

/**
 * Finds remedies in the graph as it stands. None while it is being looked at anew: what was wrong with the graph before
 * an edit may be told of another wire. Whoever has nothing to mend says so, and is not drawn again with each edit.
 */
export function useFixes(isNeeded = true): (told: Told) => readonly Fix[] {
  const locale = useLocale();
  const document = useEditor((state) => (isNeeded ? state.document : undefined));
  const catalogue = useEditor((state) => state.catalogue);
  const analysis = useEditor((state) => (isNeeded ? state.analysis : undefined));
  const find = useFinder(isNeeded);
  const datasets = useDatasets(analysis?.problems);
  return useCallback(
    (told) =>
      find !== undefined && document !== undefined && analysis?.status === 'fresh'
        ? find(told, { document, catalogue, analysis, locale, datasets })
        : none,
    [find, document, catalogue, analysis, locale, datasets],
  );
}
