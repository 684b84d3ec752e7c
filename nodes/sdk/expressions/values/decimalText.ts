/** Numbers as people write them: `1.234,56` (decimal sign ',') or `1,234.56` (decimal sign '.'). */
import type { CallInfo, CallProblem } from '../defineFunction.ts';

/** RE2 and JavaScript read this pattern alike. Thousands must stand in groups of three. */
export function numberPattern(sign: string): string {
  const thousands = sign === ',' ? '[.]' : ',';
  const decimal = sign === ',' ? ',' : '[.]';
  const whole = `[0-9]{1,3}(?:${thousands}[0-9]{3})+|[0-9]+`;
  return `^[+-]?(?:(?:${whole})(?:${decimal}[0-9]*)?|${decimal}[0-9]+)(?:[eE][+-]?[0-9]+)?$`;
}

/** The number that a text stands for, or null. */
export function parseDecimal(sign: string): (text: string) => number | null {
  const pattern = new RegExp(numberPattern(sign));
  const thousands = sign === ',' ? '.' : ',';
  return (text) => {
    const trimmed = text.trim();
    if (!pattern.test(trimmed)) return null;
    return Number(trimmed.replaceAll(thousands, '').replace(sign, '.'));
  };
}

/** For (value, decimal sign): a text needs the sign, because a wrong guess would read 1.234 as 1,234. */
export function decimalProblem({ types, literals }: CallInfo): CallProblem | undefined {
  const sign = literals[1];
  if (sign === undefined) {
    return types[0] === 'text'
      ? { code: 'expression-decimal-sign-missing', params: {} }
      : undefined;
  }
  if (sign === '.' || sign === ',') return undefined;
  return { code: 'expression-decimal-sign-invalid', params: { sign: String(sign) } };
}
