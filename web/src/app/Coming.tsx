import type { ReactNode } from 'react';
import { useText } from '../i18n/useText.ts';
import { useAway } from './useAway.ts';

/** In the place of a part that is on its way: nothing, for that is a moment, unless it waits for the server. */
export function Coming(): ReactNode {
  const say = useText();
  const isAway = useAway((state) => state.isAway);
  // It stands there before anything is said: what appears together with its words is not read out.
  return (
    <div role="status" className="coming">
      {isAway && <p className="panel-empty">{say('part.away')}</p>}
    </div>
  );
}
