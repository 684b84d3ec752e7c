import { useCallback, useEffect, useRef, useState } from 'react';
import { previewProfile, type ColumnProfile, type PortPlace } from '../../api.ts';

export type ColumnProfiles = {
  /** By name; those that are known so far. */
  readonly profiles: ReadonlyMap<string, ColumnProfile>;
  /** Columns that came into view. */
  readonly wantColumns: (names: readonly string[]) => void;
};

const none: ReadonlyMap<string, ColumnProfile> = new Map();
/** It looks at every row, so it comes after the first rows, and not for columns that only go by. */
const PAUSE = 400;

/** Each column at a glance, as columns come into view: of a wide table nobody sees all. */
export function useColumnProfiles(place: PortPlace): ColumnProfiles {
  const [found, setFound] = useState({ of: place, profiles: none });
  const seeker = useRef<Seeker>(undefined);
  const inView = useRef<readonly string[]>([]);
  useEffect(() => {
    const own = seek(place, (profiles) => setFound({ of: place, profiles }));
    seeker.current = own;
    own.want(inView.current);
    return () => own.stop();
  }, [place]);
  const wantColumns = useCallback((names: readonly string[]) => {
    inView.current = names;
    seeker.current?.want(names);
  }, []);
  return { profiles: found.of === place ? found.profiles : none, wantColumns };
}

type Seeker = {
  readonly want: (names: readonly string[]) => void;
  readonly stop: () => void;
};

type Told = (profiles: ReadonlyMap<string, ColumnProfile>) => void;

/** One question at a time: what came into view meanwhile is asked in the next. */
function seek(place: PortPlace, tell: Told): Seeker {
  const stopping = new AbortController();
  const asked = new Set<string>();
  let known = none;
  let wanted: readonly string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;
  const ask = async (): Promise<void> => {
    const columns = wanted.filter((name) => !asked.has(name));
    if (isAsking || columns.length === 0 || stopping.signal.aborted) return;
    isAsking = true;
    for (const name of columns) asked.add(name);
    try {
      const profile = await previewProfile({ ...place, columns }, stopping.signal);
      known = new Map([...known, ...profile.columns.map((each) => [each.name, each] as const)]);
      if (!stopping.signal.aborted) tell(known);
    } catch {
      // The rows say what is wrong; a header without its picture is still a header.
    }
    isAsking = false;
    void ask();
  };
  return {
    want(names) {
      wanted = names;
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), PAUSE);
    },
    stop() {
      clearTimeout(timer);
      stopping.abort();
    },
  };
}
