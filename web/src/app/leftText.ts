import type { Say } from '../i18n/useText.ts';

const MINUTE = 60_000;

/** "about 40 s left"; what is guessed is not told to the second. */
export function leftText(ms: number, say: Say): string {
  const minutes = Math.ceil(ms / MINUTE);
  if (minutes > 1) return say('run.leftMinutes', { minutes });
  const seconds = ms < 10_000 ? Math.ceil(ms / 1000) : Math.ceil(ms / 5_000) * 5;
  return say('run.leftSeconds', { seconds: Math.max(1, seconds) });
}
