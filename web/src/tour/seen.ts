/** Whether this browser has been shown around, or was told not to. Offered until then, and never again. */
import { create } from 'zustand';

const KEY = 'esteira.tour';

/** Storage may be forbidden: then the tour is offered again, which does no harm. */
function read(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

export const useTourSeen = create<boolean>()(() => read());

export function markTourSeen(): void {
  useTourSeen.setState(true, true);
  try {
    localStorage.setItem(KEY, 'seen');
  } catch {
    // As above.
  }
}
