import { EsteiraError } from '../errors.ts';
import { documentLimits } from './limits.ts';

/** How many values a parsed value holds, itself included. */
export type Measure = { readonly values: number };

/**
 * Walks a parsed value without recursion: counts its values, and refuses too many, too deep, text
 * that is no Unicode and numbers that JSON.parse made infinite, before anything that recurses touches it.
 */
export function measure(value: unknown): Measure | EsteiraError {
  let values = 0;
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > documentLimits.depth) {
      return new EsteiraError('document-too-deep', { limit: documentLimits.depth });
    }
    values += level.length;
    if (values > documentLimits.values) {
      return new EsteiraError('document-too-many-values', { limit: documentLimits.values });
    }
    const next: unknown[] = [];
    for (const item of level) {
      if (typeof item === 'string' && !item.isWellFormed()) return notUnicode(item);
      if (typeof item === 'number' && !Number.isFinite(item)) {
        return new EsteiraError('document-number-infinite', { number: String(item) });
      }
      if (typeof item !== 'object' || item === null) continue;
      for (const [key, inner] of Object.entries(item)) {
        if (!key.isWellFormed()) return notUnicode(key);
        next.push(inner);
      }
    }
    level = next;
  }
  return { values };
}

function notUnicode(text: string): EsteiraError {
  return new EsteiraError('text-not-unicode', { text: text.toWellFormed() });
}
