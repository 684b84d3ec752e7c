import { useEffect } from 'react';

const signs = ['pointermove', 'pointerdown', 'keydown'] as const;

/** What the first selection opens is fetched as soon as somebody stirs, so that the selection need not wait for it. */
export function useFetchAhead(): void {
  useEffect(() => {
    const parting = new AbortController();
    const fetchAll = (): void => {
      parting.abort();
      const parts = [import('../form/FormPanel.tsx'), import('../panels/Inspected.tsx')];
      // Whoever needs it asks again, and says what is wrong.
      void Promise.allSettled(parts);
    };
    for (const name of signs) addEventListener(name, fetchAll, { signal: parting.signal });
    return () => parting.abort();
  }, []);
}
