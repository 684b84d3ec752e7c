/** What finds remedies, fetched with the first problem: a page that shows none does without its weight. */
import { useEffect } from 'react';
import { create } from 'zustand';
import type { fixesFor } from './index.ts';

type Finder = typeof fixesFor;

const useLoaded = create<{ readonly find: Finder | undefined }>()(() => ({ find: undefined }));

let isAskedFor = false;

export function useFinder(isNeeded: boolean): Finder | undefined {
  useEffect(() => {
    if (!isNeeded || isAskedFor) return;
    isAskedFor = true;
    import('./index.ts').then(
      ({ fixesFor: find }) => useLoaded.setState({ find }),
      // Without it a problem is still told; the next one asks again.
      () => {
        isAskedFor = false;
      },
    );
  }, [isNeeded]);
  return useLoaded(({ find }) => find);
}
