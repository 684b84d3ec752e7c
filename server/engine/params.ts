/** A node's params as a run uses them: references put in, formulas read, defaults filled, ready to be checked and frozen. */
import { EsteiraError, type NodeErrorCode } from '#schemas/errors.ts';
import { isFormulaText, isParamRef } from '#schemas/parameters.ts';
import type { FormulaText, Json } from '#schemas/types.ts';
import type { ReadFormula } from './catalogue.ts';
import type { ParameterValues } from './parameters.ts';

type Schema = { readonly [keyword: string]: unknown };
type Params = { readonly [name: string]: Json };

/**
 * Puts parameter values in place of `{"$param": name}` and trees in place of `{"$formula": text}`, at any depth. Without
 * values the references stand for themselves.
 */
export function resolveParams(
  params: { readonly [name: string]: unknown },
  parameters: ParameterValues | undefined,
  readFormula: ReadFormula,
): { params: Params; errors: EsteiraError[] } {
  const errors: EsteiraError[] = [];
  const resolve = (value: unknown, path: string): Json => {
    if (isParamRef(value) && parameters) return referenced(value.$param, path, parameters);
    return isFormulaText(value) ? formula(value, path) : inside(value, path, resolve);
  };
  /** What a parameter gives may be a formula, but refers to no other parameter. */
  const given = (value: unknown, path: string): Json =>
    isFormulaText(value) ? formula(value, path) : inside(value, path, given);
  const referenced = (name: string, path: string, { values }: ParameterValues): Json => {
    const value = values.get(name);
    if (value !== undefined) return given(value, path);
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
  const formula = (value: FormulaText, path: string): Json => {
    const found = readFormula(value);
    if (!(found instanceof EsteiraError)) return found;
    const { code, params: named, kind } = found;
    errors.push(new EsteiraError(code as NodeErrorCode, named, { kind, path }));
    return null;
  };
  return { params: resolve(params, '') as Params, errors };
}

function inside(value: unknown, path: string, each: (value: unknown, path: string) => Json): Json {
  if (Array.isArray(value)) return value.map((item, at) => each(item, `${path}/${at}`));
  if (typeof value !== 'object' || value === null) return value as Json;
  const members = Object.entries(value).map(([name, member]) => [
    name,
    each(member, `${path}/${pointerPart(name)}`),
  ]);
  return Object.fromEntries(members) as Json;
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
