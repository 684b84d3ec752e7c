import { useEffect } from 'react';
import { patiently } from './patiently.ts';

const signs = ['pointermove', 'pointerdown', 'keydown'] as const;

/** What the first selection opens is fetched as soon as somebody stirs, so that the selection need not wait for it. */
export function useFetchAhead(): void {
  useEffect(() => {
    const parting = new AbortController();
    const fetchAll = (): void => {
      parting.abort();
      const fetchBoth = () =>
        Promise.all([import('../form/FormPanel.tsx'), import('../panels/Inspected.tsx')]);
      // Whoever needs it says what is wrong.
      patiently(fetchBoth).catch(() => undefined);
    };
    for (const name of signs) addEventListener(name, fetchAll, { signal: parting.signal });
    return () => parting.abort();
  }, []);
}
