import { useEffect, useState } from 'react';

/** The time in milliseconds, told anew every half second while something goes on. */
export function useNow(isGoing: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isGoing) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [isGoing]);
  return now;
}
