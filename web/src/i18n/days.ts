import type { Locale } from '#schemas/types.ts';

/** How a day is written short. 2/1/25 is one day to some readers of English and another to others: its month is named. */
export const dayStyle = (locale: Locale): 'short' | 'medium' =>
  locale === 'en' ? 'medium' : 'short';
