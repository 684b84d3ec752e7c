import { readdirSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { generated, isCurrent } from './generate.ts';
import { schemas, type JsonSchema } from './schemas.ts';

const named = Object.entries<JsonSchema>(schemas);

/** Every schema within a schema, with its place. */
function* subschemas(schema: JsonSchema, path: string): Iterable<[string, JsonSchema]> {
  yield [path, schema];
  for (const [key, value] of Object.entries(schema)) {
    const isMap = key === 'properties' || key === '$defs';
    const inner: unknown[] =
      isMap || Array.isArray(value) ? Object.values(value as object) : [value];
    for (const [index, item] of inner.entries()) {
      const isSchema = typeof item === 'object' && item !== null && !Array.isArray(item);
      if (isSchema && key !== 'const')
        yield* subschemas(item as JsonSchema, `${path}/${key}/${index}`);
    }
  }
}

describe('the published schemas', () => {
  test('are the files of this folder, each named by its $id', () => {
    const files = readdirSync(new URL('.', import.meta.url))
      .filter((file) => file.endsWith('.schema.json'))
      .map((file) => file.replace('.schema.json', ''));
    expect(named.map(([name]) => name).toSorted()).toEqual(files.toSorted());
    for (const [name, schema] of named) expect(schema['$id']).toBe(`urn:esteira:schema:${name}`);
  });

  test.each(named)('%s is JSON Schema 2020-12', (_, schema) => {
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
    const ajv = new Ajv2020();
    expect(ajv.validateSchema(schema), ajv.errorsText(ajv.errors)).toBe(true);
  });

  test.each(named)('%s says of each object whether more fields are allowed', (_, schema) => {
    for (const [path, inner] of subschemas(schema, '')) {
      // Of several forms, each closes itself.
      const isOpen = isBase(schema, inner) || 'discriminator' in inner;
      if (inner['type'] !== 'object' || isOpen) continue;
      const stated = 'additionalProperties' in inner || 'unevaluatedProperties' in inner;
      expect(stated, path).toBe(true);
    }
  });

  test('bound what a pipeline can hold', () => {
    const unbounded = [...subschemas(schemas.pipeline, '')].filter(([, inner]) => {
      const { type } = inner;
      if (type === 'array') return !('maxItems' in inner);
      if (type === 'string') return !('maxLength' in inner || 'pattern' in inner);
      return type === 'object' && !('properties' in inner || 'maxProperties' in inner);
    });
    expect(unbounded).toEqual([]);
  });
});

/** Events are composed of bases, and it is the event that closes the object. */
function isBase(schema: JsonSchema, inner: JsonSchema): boolean {
  const definitions = (schema['$defs'] ?? {}) as Record<string, JsonSchema>;
  return inner === definitions['EventBase'] || inner === definitions['NodeEventBase'];
}

test.each(generated)('$file is what the contract gives; otherwise: npm run generate', (output) => {
  expect(isCurrent(output)).toBe(true);
});
