/** Numbers as people type them: with the decimal sign of their language, groups of thousands allowed. */
import type { Locale } from '#schemas/types.ts';

const signs = { en: { decimal: '.', group: ',' }, 'pt-BR': { decimal: ',', group: '.' } } as const;

export function decimalSign(locale: Locale): '.' | ',' {
  return signs[locale].decimal;
}

/** Undefined where the text is no number. In Portuguese `0.5` is read too: nothing else can be meant. */
export function readNumber(text: string, locale: Locale): number | undefined {
  const { decimal, group } = signs[locale];
  let plain = text.replaceAll(/\s/gu, '').replace('−', '-');
  const grouped = new RegExp(`^[+-]?\\d{1,3}(\\${group}\\d{3})+(\\${decimal}\\d*)?$`);
  if (grouped.test(plain)) plain = plain.replaceAll(group, '');
  if (decimal === ',') plain = plain.replace(',', '.');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return undefined;
  const value = Number(plain);
  return Number.isFinite(value) ? value : undefined;
}

/** Without groups, so that it can be edited; reads back as the same number. */
export function writeNumber(value: number, locale: Locale): string {
  return String(value).replace('e+', 'e').replace('.', signs[locale].decimal);
}
