import { useEffect } from 'react';
import { onReturnOrNews } from '../../news.ts';

/** Coming back to a page is told in several ways at once. */
const MOMENT = 200;

/** Asks again when somebody comes back to the page, and when another window of this browser changed something. */
export function useKeptFresh(reload: () => void): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const reloadSoon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(reload, MOMENT);
    };
    const deaf = onReturnOrNews(() => true, reloadSoon);
    return () => {
      clearTimeout(timer);
      deaf();
    };
  }, [reload]);
}
