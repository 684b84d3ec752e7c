// TypeScript types from our JSON Schemas, for the subset of keywords that they use.
// Type aliases rather than interfaces, because only aliases fit where a plain JSON record is asked for.
import type { JsonSchema } from '../schemas.ts';

const header = `// Generated from the schemas by \`npm run generate\`. Do not edit.\n`;

// Keywords that say something about values and nothing about the static type.
const withoutType = words(
  '$schema $id $defs title description format pattern propertyNames discriminator',
  'minLength maxLength minimum maximum minItems maxItems maxProperties',
);
const withType = words(
  '$ref type enum const oneOf anyOf items properties required',
  'additionalProperties unevaluatedProperties',
);

function words(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')));
}

/**
 * The source of types.generated.ts. A schema's root is named by its title, each of its $defs by
 * its key; names are unique over all the schemas.
 */
export function renderTypes(schemas: readonly JsonSchema[]): string {
  const types = new Map<string, JsonSchema>();
  for (const schema of schemas) {
    const named = { [String(schema['title'])]: schema, ...(schema['$defs'] as object) };
    for (const [name, definition] of Object.entries(named)) {
      if (types.has(name)) throw new Error(`Two schemas define the type ${name}`);
      types.set(name, definition);
    }
  }
  const roots = new Map(schemas.map((schema) => [String(schema['$id']), String(schema['title'])]));
  const declarations = [...types].map(([name, schema]) => declare(name, schema, roots));
  return [header, ...declarations].join('\n');
}

type Roots = ReadonlyMap<string, string>;

function declare(name: string, schema: JsonSchema, roots: Roots): string {
  return `${comment(schema, '')}export type ${name} = ${render(schema, roots, '')};\n`;
}

function render(schema: JsonSchema, roots: Roots, indent: string): string {
  for (const keyword of Object.keys(schema)) {
    if (!withoutType.has(keyword) && !withType.has(keyword)) {
      throw new Error(`The type generator does not know the keyword ${keyword}`);
    }
  }
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    const name = referredName(reference, roots);
    if (schema['properties'] === undefined) return name;
    return `${name} & ${renderObject(schema, roots, indent)}`;
  }
  if ('const' in schema) return literal(schema['const']);
  if (Array.isArray(schema['enum'])) return schema['enum'].map(literal).join(' | ');
  const choices = schema['oneOf'] ?? schema['anyOf'];
  if (Array.isArray(choices)) {
    return choices.map((choice: JsonSchema) => render(choice, roots, indent)).join(' | ');
  }
  return renderByType(schema, roots, indent);
}

function renderByType(schema: JsonSchema, roots: Roots, indent: string): string {
  const type = schema['type'];
  if (Array.isArray(type)) {
    return type.map((one) => renderByType({ ...schema, type: one }, roots, indent)).join(' | ');
  }
  switch (type) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return type;
    case 'integer':
      return 'number';
    case 'array': {
      const item = render(schema['items'] as JsonSchema, roots, indent);
      return `readonly ${/[ &|]/.test(item) ? `(${item})` : item}[]`;
    }
    case 'object':
      return renderObject(schema, roots, indent);
    default:
      return 'unknown';
  }
}

function renderObject(schema: JsonSchema, roots: Roots, indent: string): string {
  const rest = schema['additionalProperties'];
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>);
  const values = isSchema(rest) ? render(rest, roots, indent) : 'unknown';
  if (properties.length === 0) return `Readonly<Record<string, ${values}>>`;
  const required = new Set((schema['required'] ?? []) as string[]);
  const inner = `${indent}  `;
  const lines = properties.map(([name, property]) => {
    const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`;
    const mark = required.has(name) ? '' : '?';
    return `${comment(property, inner)}${inner}readonly ${key}${mark}: ${render(property, roots, inner)};\n`;
  });
  if (rest === true || isSchema(rest)) lines.push(`${inner}readonly [key: string]: unknown;\n`);
  return `{\n${lines.join('')}${indent}}`;
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null;
}

function referredName(reference: string, roots: Roots): string {
  const [document = '', pointer = ''] = reference.split('#');
  const name = pointer === '' ? roots.get(document) : pointer.replace('/$defs/', '');
  if (name === undefined) throw new Error(`No schema ${reference}`);
  return name;
}

function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
}

function comment(schema: JsonSchema, indent: string): string {
  const text = schema['description'];
  return typeof text === 'string' ? `${indent}/** ${text} */\n` : '';
}
