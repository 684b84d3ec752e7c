// Steps from one document format to the next. Format 1 is the first, so there are none yet.
import { EsteiraError } from '../errors.ts';
import type { JsonObject } from '../types.ts';
import { documentChain, type DocumentChain } from './formatChain.ts';

export const currentFormat = 1;

const chain = documentChain(currentFormat, []);

/**
 * A document of any format up to the current one, brought to the current one. Refuses in words a
 * newer one and one without a format.
 */
export function migrateDocument(
  document: JsonObject,
  steps: DocumentChain = chain,
): JsonObject | EsteiraError {
  const format = Object.hasOwn(document, 'format') ? document['format'] : undefined;
  const where = { path: '/format' };
  if (typeof format !== 'number' || !Number.isSafeInteger(format) || format < 1) {
    const text = format === undefined ? '—' : JSON.stringify(format);
    return new EsteiraError('document-format-unknown', { format: text }, where);
  }
  if (format > steps.current) {
    return new EsteiraError('document-newer-format', { format, supported: steps.current }, where);
  }
  let migrated = document;
  for (const step of steps.from(format)) {
    try {
      migrated = { ...step.up(migrated), format: step.to };
    } catch (cause) {
      return new EsteiraError('document-migration-failed', { step: step.name }, { cause });
    }
  }
  return migrated;
}
