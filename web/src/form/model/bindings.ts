/** Fields whose value is a parameter of the pipeline, given when it runs. */
import { isParamRef } from '#schemas/parameters.ts';
import type { Parameter, ParameterType } from '#schemas/types.ts';
import type { Field } from './types.ts';

/** The name of the parameter that stands in a field's place. */
export function boundTo(value: unknown): string | undefined {
  return isParamRef(value) ? value.$param : undefined;
}

/** The kind of parameter that gives what a field needs. */
export function parameterType({ widget, schema }: Pick<Field, 'widget' | 'schema'>): ParameterType {
  switch (widget) {
    case 'number':
      return schema.type === 'integer' ? 'integer' : 'number';
    case 'flag':
      return 'boolean';
    case 'column':
    case 'columns':
    case 'dataset':
      return widget;
    case 'text':
    case 'choice':
    case 'file-name':
    case 'sample':
    case 'definition':
      return 'text';
    default:
      return 'json';
  }
}

/** Those of a pipeline's parameters that a field can take. */
export function fitting(
  field: Pick<Field, 'widget' | 'schema'>,
  parameters: readonly Parameter[],
): readonly Parameter[] {
  const wanted = parameterType(field);
  return parameters.filter(({ type }) => takes(wanted, type));
}

function takes(wanted: ParameterType, type: ParameterType): boolean {
  return type === wanted || type === 'json' || (wanted === 'number' && type === 'integer');
}

/** A name for a new parameter: the field's own, numbered where it is taken. */
export function newName(field: string, parameters: readonly Parameter[]): string {
  const taken = new Set(parameters.map(({ name }) => name));
  const base = field.replaceAll(/[^A-Za-z0-9_-]/g, '_').slice(0, 60) || 'value';
  let name = base;
  for (let at = 2; taken.has(name); at++) name = `${base}${at}`;
  return name;
}
