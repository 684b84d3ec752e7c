/** Short ways to write the JSON Schemas of what goes over the wire. */
import type { JsonSchema, SchemaName } from '#schemas/schemas.ts';

/** No field but these; all of them required except the ones named. */
export function object(
  properties: Readonly<Record<string, JsonSchema>>,
  optional: readonly string[] = [],
): JsonSchema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', additionalProperties: false, required, properties };
}

export const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items });

/** An object of which only the values are known. */
export const record = (values: JsonSchema): JsonSchema => ({
  type: 'object',
  additionalProperties: values,
});

/** A published schema, or one of its definitions. */
export const published = (schema: SchemaName, definition?: string): JsonSchema => ({
  $ref: `urn:esteira:schema:${schema}${definition === undefined ? '' : `#/$defs/${definition}`}`,
});

export const described = (description: string, schema: JsonSchema): JsonSchema => ({
  description,
  ...schema,
});

export const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] });

export const oneOf = (...schemas: readonly JsonSchema[]): JsonSchema => ({ anyOf: schemas });

export const constant = (value: string | boolean): JsonSchema => ({ const: value });

export const text = { type: 'string' } as const;
export const flag = { type: 'boolean' } as const;
export const number = { type: 'number' } as const;
export const count = { type: 'integer', minimum: 0 } as const;
export const time = { type: 'string', format: 'date-time' } as const;
export const anything: JsonSchema = {};
export const hash = published('dataset', 'Sha256');
