import type { Say } from '../i18n/useText.ts';

const MINUTE = 60_000;

/** "about 40 s left"; what is guessed is not told to the second. */
export const leftText = (ms: number, say: Say): string => leftWords(ms, say, 'run');

/** The same in the width of a card's line. */
export const shortLeftText = (ms: number, say: Say): string => leftWords(ms, say, 'card');

function leftWords(ms: number, say: Say, where: 'run' | 'card'): string {
  const minutes = Math.ceil(ms / MINUTE);
  if (minutes > 1) return say(`${where}.leftMinutes`, { minutes });
  const seconds = ms < 10_000 ? Math.ceil(ms / 1000) : Math.ceil(ms / 5_000) * 5;
  return say(`${where}.leftSeconds`, { seconds: Math.max(1, seconds) });
}
