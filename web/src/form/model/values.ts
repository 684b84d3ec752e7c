/** The values of a form: what the document says, and the defaults where it says nothing. */
import { isParamRef } from '#schemas/parameters.ts';
import type { Field, FieldSchema, Params } from './types.ts';

export function valueOf(field: Field, params: Params): unknown {
  const value = Object.hasOwn(params, field.name) ? params[field.name] : undefined;
  return value === undefined ? defaultOf(field.schema) : value;
}

/** What stands in a place that nobody filled. */
export function defaultOf(schema: FieldSchema): unknown {
  if (schema.default !== undefined) return schema.default;
  if (schema.enum !== undefined) return schema.enum[0];
  switch (schema.type) {
    case 'array':
      return [];
    case 'boolean':
      return false;
    case 'string':
      return '';
    case 'object':
      return {};
    default:
      return null;
  }
}

/** A new item of a list, each of its fields at its default. */
export function newItem(items: readonly Field[]): Params {
  return Object.fromEntries(items.map((field) => [field.name, defaultOf(field.schema)]));
}

export function isDefault(field: Field, params: Params): boolean {
  const value = Object.hasOwn(params, field.name) ? params[field.name] : undefined;
  return value === undefined || isSame(value, defaultOf(field.schema));
}

/** Whether a field shows: what it depends on has one of the values named, or a value that only a run knows. */
export function isShown(field: Field, fields: readonly Field[], params: Params): boolean {
  const { when } = field;
  if (when === undefined) return true;
  const on = fields.find(({ name }) => name === when.param);
  if (on === undefined) return true;
  if (!isShown(on, fields, params)) return false;
  const value = valueOf(on, params);
  return isParamRef(value) || when.is.includes(value as string);
}

/** Equal as JSON; the order of members does not count. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [Object.entries(a), Object.keys(b)];
  return (
    left.length === right.length &&
    left.every(([key, value]) => Object.hasOwn(b, key) && isSame(value, Reflect.get(b, key)))
  );
}
