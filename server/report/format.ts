/** Numbers and times as the reader's language writes them. */
import { durationText } from '#schemas/quantities.ts';
import type { Locale } from '#schemas/types.ts';

export interface Format {
  readonly whole: (value: number) => string;
  /** With so many digits as tell it apart at its size. */
  readonly number: (value: number, digits?: number) => string;
  /** With the digits of its neighbours in a column, zeros at the end too. */
  readonly figure: (value: number, digits?: number) => string;
  readonly share: (value: number) => string;
  readonly duration: (ms: number) => string;
  /** Date, time and the zone in which they hold. */
  readonly time: (iso: string) => string;
}

export function formatIn(locale: Locale, timeZone: string): Format {
  const tenths = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  const share = new Intl.NumberFormat(locale, { style: 'percent', ...tenths });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const time = new Intl.DateTimeFormat(locale, {
    timeZone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  });
  return {
    whole: (value) => whole.format(value),
    number: (value, digits = 4) =>
      new Intl.NumberFormat(locale, { maximumSignificantDigits: digits }).format(value),
    figure: (value, digits = 4) =>
      new Intl.NumberFormat(locale, {
        minimumSignificantDigits: digits,
        maximumSignificantDigits: digits,
      }).format(value),
    share: (value) => share.format(value),
    duration: (ms) => durationText(ms, locale),
    time: (iso) => time.format(new Date(iso)),
  };
}
