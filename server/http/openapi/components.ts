/**
 * The schemas of OpenAPI's `components`: the published ones and those of HTTP's own answers, under flat names. Tools
 * that read OpenAPI follow references within the document and rarely JSON Schema's own ids.
 */
import { schemas, type JsonSchema } from '#schemas/schemas.ts';
import * as datasets from '../shapes/datasets.ts';
import * as forecasts from '../shapes/forecasts.ts';
import * as models from '../shapes/models.ts';
import * as pipelines from '../shapes/pipelines.ts';
import * as previews from '../shapes/previews.ts';
import * as runs from '../shapes/runs.ts';
import * as suggestions from '../shapes/suggestions.ts';
import * as system from '../shapes/system.ts';

/** Capital letters name schemas; the rest of a file are parts of them. */
const shapes = Object.entries({
  ...system,
  ...pipelines,
  ...datasets,
  ...runs,
  ...previews,
  ...forecasts,
  ...suggestions,
  ...models,
} as Readonly<Record<string, JsonSchema>>).filter(([name]) => /^[A-Z]/.test(name));

const nameOfShape = new Map<JsonSchema, string>(shapes.map(([name, shape]) => [shape, name]));

const definitionsOf = (schema: JsonSchema): Readonly<Record<string, JsonSchema>> =>
  (schema['$defs'] ?? {}) as Readonly<Record<string, JsonSchema>>;

const titleById = new Map<string, string>(
  Object.values(schemas).map((schema) => [schema.$id, schema.title]),
);

/** What belongs to a schema that stands by itself. */
const ofDocument = new Set(['$schema', '$id', '$defs', 'title']);

/** Throws where two schemas have one name: one of them would be lost. */
export function componentSchemas(): Readonly<Record<string, JsonSchema>> {
  const components = new Map<string, JsonSchema>();
  const add = (name: string, schema: JsonSchema): void => {
    if (components.has(name)) throw new Error(`Two schemas are named ${name}.`);
    components.set(name, schema);
  };
  for (const schema of Object.values(schemas) as JsonSchema[]) {
    const members = Object.entries(schema).filter(([key]) => !ofDocument.has(key));
    add(String(schema['title']), flat(Object.fromEntries(members)) as JsonSchema);
    for (const [name, definition] of Object.entries(definitionsOf(schema))) {
      add(name, flat(definition) as JsonSchema);
    }
  }
  for (const [name, shape] of shapes) add(name, flatMembers(shape));
  return Object.fromEntries([...components].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A schema with references into `components`, as an operation's description holds it. */
export function flat(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(flat);
  if (typeof schema !== 'object' || schema === null) return schema;
  const name = nameOfShape.get(schema as JsonSchema);
  return name === undefined ? flatMembers(schema as JsonSchema) : { $ref: reference(name) };
}

function flatMembers(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      const isReference = key === '$ref' && typeof value === 'string';
      return [key, isReference ? reference(targetOf(value)) : flat(value)];
    }),
  );
}

const reference = (name: string): string => `#/components/schemas/${name}`;

/** `#/$defs/X` and `urn:…#/$defs/X` are X; `urn:…` is the schema with that id. */
function targetOf(ref: string): string {
  const [id, pointer = ''] = ref.split('#');
  const definition = /^\/\$defs\/(\w+)$/.exec(pointer)?.[1];
  const name = definition ?? titleById.get(id ?? '');
  if (name === undefined) throw new Error(`Nothing is known of the reference ${ref}.`);
  return name;
}
