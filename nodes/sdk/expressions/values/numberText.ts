/**
 * The text of a finite float64, the same as DuckDB's without its `.0`: the shortest digits that give the number back,
 * plain from 0.0001 up to 16 digits, beyond that with a signed exponent of at least two digits (`1e+16`, `2.5e-07`).
 */
export function numberText(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e-4 && size < 1e16) return String(value);
  const [digits, exponent] = value.toExponential().split('e') as [string, string];
  return `${digits}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
}
