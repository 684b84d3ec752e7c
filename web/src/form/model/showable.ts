import type { Field } from './types.ts';

/**
 * Whether a field's own control can show a value. What is typed in the form always can; a document from elsewhere may
 * hold any JSON, which is then shown as such.
 */
export function isShowable(
  { widget, schema }: Pick<Field, 'widget' | 'schema'>,
  value: unknown,
): boolean {
  if (!Array.isArray(value)) return true;
  if (schema.items?.type === 'array') return value.every((row) => Array.isArray(row));
  if (widget === 'list')
    return value.every((item) => isObject(item) && item !== null && !Array.isArray(item));
  return !(widget === 'columns' || widget === 'choices') || !value.some(isObject);
}

const isObject = (value: unknown): boolean => typeof value === 'object';
