/** A pipeline's parameters with the values of one run. */
import { EsteiraError } from '#schemas/errors.ts';
import { checkParameter } from '#schemas/parameters.ts';
import type { Json, Parameter } from '#schemas/types.ts';

export interface ParameterValues {
  /** By name; undefined where a parameter has neither a value nor a default: it may still go unused. */
  readonly values: ReadonlyMap<string, Json | undefined>;
  readonly errors: readonly EsteiraError[];
}

/** Given values before defaults. A value of no parameter, or of another type, is an error in words. */
export function giveParameters(
  parameters: readonly Parameter[],
  given: { readonly [name: string]: Json } = {},
): ParameterValues {
  const values = new Map<string, Json | undefined>();
  const errors: EsteiraError[] = [];
  for (const parameter of parameters) {
    const { name, default: preset } = parameter;
    const value = (Object.hasOwn(given, name) ? given[name] : preset) as Json | undefined;
    const wrong = value === undefined ? undefined : checkParameter(parameter, value);
    if (wrong) errors.push(wrong);
    values.set(name, value);
  }
  const known = [...values.keys()];
  for (const parameter of Object.keys(given)) {
    if (!values.has(parameter))
      errors.push(new EsteiraError('parameter-unknown', { parameter, known }));
  }
  return { values, errors };
}
