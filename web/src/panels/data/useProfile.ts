import { useEffect, useState } from 'react';
import { ApiError, previewProfile, type PortPlace, type Profile } from '../../api.ts';
import { UNTIL_BACK } from './pages.ts';

export type ProfileState = {
  /** Undefined while it is on its way, and where it could not be had. */
  readonly profile: Profile | undefined;
  readonly error: Error | undefined;
};

const loading: ProfileState = { profile: undefined, error: undefined };
const PAUSE = 400;

/** Each column at a glance. It looks at every row, so it comes after the first rows. */
export function useProfile(place: PortPlace): ProfileState {
  const [found, setFound] = useState<{ readonly of: PortPlace; readonly state: ProfileState }>();
  useEffect(() => {
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const ask = (): void => {
      previewProfile(place, stop.signal).then(
        (profile) => setFound({ of: place, state: { profile, error: undefined } }),
        (thrown: unknown) => {
          if (stop.signal.aborted) return;
          const error = thrown instanceof Error ? thrown : new Error(String(thrown));
          setFound({ of: place, state: { profile: undefined, error } });
          if (error instanceof ApiError && error.unreachable) timer = setTimeout(ask, UNTIL_BACK);
        },
      );
    };
    timer = setTimeout(ask, PAUSE);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [place]);
  return found?.of === place ? found.state : loading;
}
