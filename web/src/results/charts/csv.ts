import type { Locale } from '#schemas/types.ts';
import type { Chart } from './chart.ts';

/** As spreadsheets of the language open it: in Portuguese a semicolon between cells and a comma in numbers. */
export function csvOf({ columns, rows }: Chart['table'], locale: Locale): string {
  const separator = locale === 'pt-BR' ? ';' : ',';
  const cell = (value: string | number | null): string => {
    if (value === null) return '';
    if (typeof value === 'number') {
      return locale === 'pt-BR' ? String(value).replace('.', ',') : String(value);
    }
    // A spreadsheet takes a text that begins so for a formula.
    const plain = /^[=+@\t\r]/.test(value) ? `'${value}` : value;
    return /["\n\r]/.test(plain) || plain.includes(separator)
      ? `"${plain.replaceAll('"', '""')}"`
      : plain;
  };
  const lines = [columns, ...rows].map((row) => row.map(cell).join(separator));
  // The mark tells spreadsheets that it is UTF-8.
  return `\u{feff}${lines.join('\r\n')}\r\n`;
}
