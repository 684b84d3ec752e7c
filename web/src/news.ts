/** What one window of this browser tells the others: that it changed something on the server. */
export type News = {
  readonly of: 'pipelines' | 'runs' | 'datasets' | 'models';
  readonly id?: string | undefined;
};

// Tests of the store have no window that others could stand beside.
const channel = 'document' in globalThis ? new BroadcastChannel('esteira.news') : undefined;

export function tell(news: News): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin.
  channel?.postMessage(news);
}

/** Hears of the other windows, never of this one, until what is returned is called. */
export function hear(listener: (news: News) => void): () => void {
  const take = ({ data }: MessageEvent): void => listener(data as News);
  channel?.addEventListener('message', take);
  return () => channel?.removeEventListener('message', take);
}

/**
 * Calls when somebody comes back to the page, or when another window told what is of concern. While nobody sees the
 * page nothing is called: whoever comes back finds it asked again.
 */
export function onReturnOrNews(isOfConcern: (news: News) => boolean, call: () => void): () => void {
  const leaving = new AbortController();
  const { signal } = leaving;
  const seen = (): void => {
    if (!document.hidden) call();
  };
  document.addEventListener('visibilitychange', seen, { signal });
  addEventListener('focus', seen, { signal });
  // A page that the browser kept whole comes back as it was left.
  addEventListener('pageshow', seen, { signal });
  const deaf = hear((news) => {
    if (isOfConcern(news)) seen();
  });
  return () => {
    leaving.abort();
    deaf();
  };
}
