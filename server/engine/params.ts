/** A node's params as a run uses them: references put in, defaults filled, ready to be checked and frozen. */
import { EsteiraError } from '#schemas/errors.ts';
import { isParamRef } from '#schemas/parameters.ts';
import type { Json } from '#schemas/types.ts';
import type { ParameterValues } from './parameters.ts';

type Schema = { readonly [keyword: string]: unknown };
type Params = { readonly [name: string]: Json };

/** Puts parameter values in place of `{"$param": name}`, at any depth. */
export function resolveReferences(
  params: { readonly [name: string]: unknown },
  { values }: ParameterValues,
): { params: Params; errors: EsteiraError[] } {
  const errors: EsteiraError[] = [];
  const resolve = (value: unknown, path: string): Json => {
    if (isParamRef(value)) return referenced(value.$param, path);
    if (Array.isArray(value)) return value.map((item, at) => resolve(item, `${path}/${at}`));
    if (typeof value !== 'object' || value === null) return value as Json;
    const members = Object.entries(value).map(([name, member]) => [
      name,
      resolve(member, `${path}/${pointerPart(name)}`),
    ]);
    return Object.fromEntries(members) as Json;
  };
  const referenced = (name: string, path: string): Json => {
    const value = values.get(name);
    if (value !== undefined) return value;
    const error = values.has(name)
      ? new EsteiraError('parameter-without-value', { parameter: name }, { path })
      : new EsteiraError(
          'parameter-unknown',
          { parameter: name, known: [...values.keys()] },
          { path },
        );
    errors.push(error);
    return null;
  };
  return { params: resolve(params, '') as Params, errors };
}

/** JSON Pointer's escapes (RFC 6901). */
const pointerPart = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** The value with the schema's defaults in the places that are missing. */
export function fillDefaults(schema: Schema, value: Json): Json {
  if (isList(value)) {
    const items = schema['items'] as Schema | undefined;
    return items ? value.map((item) => fillDefaults(items, item)) : value;
  }
  const properties = schema['properties'] as { readonly [name: string]: Schema } | undefined;
  if (!properties || typeof value !== 'object' || value === null) return value;
  const filled: { [name: string]: Json } = { ...value };
  for (const [name, property] of Object.entries(properties)) {
    const present = Object.hasOwn(filled, name) ? filled[name] : undefined;
    if (present !== undefined) filled[name] = fillDefaults(property, present);
    else if (property['default'] !== undefined) filled[name] = property['default'] as Json;
  }
  return filled;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
