import { onReturnOrNews, type News } from '../news.ts';

const EVERY = 3_000;

export type Look = {
  readonly ask: (signal: AbortSignal) => Promise<void>;
  /** What another window of this browser tells is asked after at once. */
  readonly isOfConcern: (news: News) => boolean;
  /** Otherwise nothing is asked from time to time, but still on return and on news. */
  readonly isAtRest: () => boolean;
};

/**
 * Asks now, every few moments while the page is seen, when somebody comes back to it and when another window tells
 * something: never two at once. Until what is returned is called.
 */
export function lookAgain({ ask, isOfConcern, isAtRest }: Look): () => void {
  const leaving = new AbortController();
  const { signal } = leaving;
  let asking: Promise<void> | undefined;
  let isOld = false;

  const askAll = async (): Promise<void> => {
    do {
      isOld = false;
      // What was told meanwhile is asked afterwards.
      await ask(signal);
    } while (isOld && !signal.aborted);
  };
  const look = (): void => {
    isOld = true;
    asking ??= askAll().finally(() => {
      asking = undefined;
    });
  };

  const timer = setInterval(() => {
    if (!document.hidden && isAtRest()) look();
  }, EVERY);
  const deaf = onReturnOrNews(isOfConcern, look);
  look();
  return () => {
    leaving.abort();
    clearInterval(timer);
    deaf();
  };
}
