import type { Say } from '../i18n/useText.ts';
import { markTourSeen } from './seen.ts';

/** Shows somebody around the pipeline that is open. What draws it is loaded only then. */
export async function openTour(say: Say): Promise<void> {
  markTourSeen();
  const { showTour } = await import('./showTour.ts');
  showTour(say);
}

/** The address of a pipeline at which the tour begins by itself. */
export const tourAddress = (pipeline: string): string => `/pipelines/${pipeline}?tour=1`;

/** Whether the page's address asks for it; once only, so that a reload does not begin again. */
export function takeTourWish(): boolean {
  const address = new URL(location.href);
  if (!address.searchParams.has('tour')) return false;
  address.searchParams.delete('tour');
  history.replaceState(history.state, '', address);
  return true;
}
