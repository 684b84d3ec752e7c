// Pipeline parameters: references to them in node params, and what values they take.
import { isDatasetRef } from './datasetRefs.ts';
import { EsteiraError } from './errors.ts';
import type { FormulaText, Parameter, ParamRef } from './types.ts';

export function isParamRef(value: unknown): value is ParamRef {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, '$param')) return false;
  return Object.keys(value).length === 1 && typeof Reflect.get(value, '$param') === 'string';
}

export function isFormulaText(value: unknown): value is FormulaText {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, '$formula'))
    return false;
  const locale: unknown = Reflect.get(value, 'locale');
  return (
    Object.keys(value).length === 2 &&
    typeof Reflect.get(value, '$formula') === 'string' &&
    (locale === 'en' || locale === 'pt-BR')
  );
}

/** The names of the parameters that a value refers to, in order, each once. */
export function paramRefs(value: unknown): readonly string[] {
  const names = new Set<string>();
  const left: unknown[] = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (isParamRef(next)) names.add(next.$param);
    else if (typeof next === 'object' && next !== null) {
      for (const inner of Object.values(next).toReversed()) left.push(inner);
    }
  }
  return [...names];
}

/** Why a value cannot be a parameter's, or undefined. */
export function checkParameter(parameter: Parameter, value: unknown): EsteiraError | undefined {
  if (fits(parameter.type, value)) return undefined;
  return new EsteiraError('parameter-wrong-type', {
    parameter: parameter.name,
    expected: parameter.type,
    value: JSON.stringify(value) ?? String(value),
  });
}

function fits(type: Parameter['type'], value: unknown): boolean {
  switch (type) {
    case 'text':
    case 'column':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'integer':
      return Number.isSafeInteger(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'columns':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
    case 'dataset':
      return isDatasetRef(value);
    case 'json':
      return value !== undefined;
  }
}

/**
 * What is typed after `--set name=` as a value of the parameter's type; text as it stands where it
 * cannot be read so, for `checkParameter` to refuse. `file` stays the command line's business.
 */
export function readParameterText(parameter: Parameter, text: string): unknown {
  if (parameter.type === 'text' || parameter.type === 'column') return text;
  if (parameter.type === 'columns' && !text.startsWith('[')) {
    return text.split(',').map((name) => name.trim());
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
