import { useMemo } from 'react';
import { durationText, quantityText } from '#schemas/quantities.ts';
import type { Locale } from '#schemas/types.ts';
import { dayStyle } from '../../i18n/days.ts';
import { useLocale } from '../../i18n/useText.ts';

export type Format = {
  readonly number: (value: number, digits?: number) => string;
  /** Three digits that count: what a person remembers of a number. */
  readonly rough: (value: number) => string;
  /** A share from 0 to 1 as a percentage without decimals. */
  readonly share: (value: number) => string;
  readonly bytes: (value: number) => string;
  readonly duration: (ms: number) => string;
  /** How long ago, in words: "2 hours ago". */
  readonly ago: (time: string) => string;
  /** A day, from ISO text without a zone. */
  readonly day: (date: string) => string;
  /** Date and time, in full. */
  readonly time: (time: string) => string;
};

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
const SPANS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** Numbers, sizes and times as the reader's language writes them. */
export function useFormat(): Format {
  const locale = useLocale();
  return useMemo(() => formatFor(locale), [locale]);
}

function formatFor(locale: Locale): Format {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const full = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: dayStyle(locale), timeZone: 'UTC' });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return {
    number: (value, digits = 2) =>
      // With a sign in four digits a year would read as an amount.
      new Intl.NumberFormat(locale, { maximumFractionDigits: digits, useGrouping: 'min2' }).format(
        value,
      ),
    rough: (value) => new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 }).format(value),
    share: (value) => percent.format(value),
    bytes(value) {
      const step = Math.min(SIZES.length - 1, Math.floor(Math.log10(Math.max(1, value)) / 3));
      const digits = value >= 100 * 1000 ** step ? 0 : 1;
      return quantityText(value / 1000 ** step, SIZES[step]!, digits, locale);
    },
    duration: (ms) => durationText(ms, locale),
    day: (date) => days.format(Date.parse(date.slice(0, 'yyyy-mm-dd'.length))),
    ago(time) {
      const seconds = (Date.parse(time) - Date.now()) / 1000;
      const span = SPANS.find(([, length]) => Math.abs(seconds) >= length);
      return span === undefined
        ? relative.format(0, 'second')
        : relative.format(Math.round(seconds / span[1]), span[0]);
    },
    time: (time) => full.format(new Date(time)),
  };
}
