import { useCallback, useEffect, useRef, useState } from 'react';
import type { PortPlace } from '../../api.ts';
import { noRows, openPages, PAGE, type Pages, type Rows } from './pages.ts';

/** Long enough that a burst of typing asks once. */
const PAUSE = 250;

export type WireRows = { readonly rows: Rows; readonly want: Pages['want'] };

/** The rows at a place. While new ones are on their way the old ones stay, marked as loading. */
export function useRows(place: PortPlace): WireRows {
  const [found, setFound] = useState<{ readonly of: PortPlace; readonly rows: Rows }>();
  const pages = useRef<Pages>(undefined);
  useEffect(() => {
    const timer = setTimeout(() => {
      pages.current = openPages(place, (rows) => setFound({ of: place, rows }));
      pages.current.want(0, PAGE - 1);
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      pages.current?.stop();
      pages.current = undefined;
    };
  }, [place]);
  const want = useCallback((first: number, last: number) => pages.current?.want(first, last), []);
  const rows = found?.rows ?? noRows;
  const isCurrent = found?.of === place;
  return { rows: isCurrent ? rows : { ...rows, status: 'loading', error: undefined }, want };
}
