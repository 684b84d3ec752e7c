import { Button, CloseButton } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { useText } from '../i18n/useText.ts';
import { openTour, takeTourWish } from './openTour.ts';
import { markTourSeen, useTourSeen } from './seen.ts';
import './TourOffer.css';

/** A quiet word in the bar to whoever is here for the first time. The menu offers the tour for ever. */
export function TourOffer(): ReactNode {
  const say = useText();
  const isSeen = useTourSeen();
  useEffect(() => {
    if (takeTourWish()) void openTour(say);
    // The address is looked at once; the language of the tour is that of its beginning.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  if (isSeen) return null;
  return (
    <span className="tour-offer">
      <Button size="compact-sm" variant="subtle" onClick={() => void openTour(say)}>
        {say('tour.offer')}
      </Button>
      <CloseButton size={24} aria-label={say('tour.refuse')} onClick={markTourSeen} />
    </span>
  );
}
