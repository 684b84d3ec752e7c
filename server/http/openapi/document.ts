/** What can be asked over HTTP, as OpenAPI 3.1 describes it. Made of the same operations that answer. */
import { STATUS_CODES } from 'node:http';
import type { JsonSchema } from '#schemas/schemas.ts';
import { published } from '../shapes/build.ts';
import type { Fields, Operation, Success } from '../operation.ts';
import { operations } from '../operations.ts';
import { componentSchemas, flat } from './components.ts';

const json = 'application/json';

/** `version` is Esteira's own. */
export function openApiDocument(version: string): JsonSchema {
  const paths = new Map<string, [string, JsonSchema][]>();
  for (const [tag, list] of Object.entries(operations)) {
    for (const operation of list) {
      const methods = paths.get(operation.path) ?? [];
      methods.push([operation.method, describeOperation(operation, tag)]);
      paths.set(operation.path, methods);
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Esteira',
      version,
      description: 'Build, run and use machine-learning pipelines.',
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    servers: [{ url: '/' }],
    tags: Object.keys(operations).map((name) => ({ name })),
    // Either a token, or nothing on a server that stands open to its own machine alone.
    security: [{ token: [] }, {}],
    paths: Object.fromEntries(
      [...paths].map(([path, methods]) => [path, Object.fromEntries(methods)]),
    ),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      responses: { Problem: problemAnswer('What kept it from being answered.') },
      schemas: componentSchemas(),
    },
  };
}

function describeOperation(operation: Operation, tag: string): JsonSchema {
  const { id, path, summary, query = {}, headers = {}, success, refuses = [] } = operation;
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
  const parameters = [
    ...names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
    ...fieldsIn('query', query),
    ...fieldsIn('header', headers),
  ];
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...requestBody(operation),
    responses: {
      ...Object.fromEntries(success.map((answer) => [answer.status, describeSuccess(answer)])),
      ...Object.fromEntries(
        refuses.map((status) => [status, problemAnswer(STATUS_CODES[status] ?? String(status))]),
      ),
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

function fieldsIn(place: 'query' | 'header', fields: Fields): JsonSchema[] {
  return Object.entries(fields).map(([name, { description, schema, required = false }]) => ({
    name,
    in: place,
    description,
    required,
    schema,
  }));
}

function requestBody({ body }: Operation): JsonSchema {
  switch (body?.kind) {
    case undefined:
      return {};
    case 'stream':
      return { requestBody: { required: true, content: { 'application/octet-stream': {} } } };
    case 'document': {
      const schema = flat(published('pipeline'));
      return { requestBody: { required: true, content: { [json]: { schema } } } };
    }
    case 'json': {
      const required = !(body.optional ?? false);
      return { requestBody: { required, content: { [json]: { schema: flat(body.schema) } } } };
    }
  }
}

function describeSuccess({ description, schema, contentType, headers }: Success): JsonSchema {
  const described = Object.entries(headers ?? {}).map(([name, field]) => [
    name,
    { description: field.description, schema: field.schema },
  ]);
  const content =
    schema === undefined
      ? contentType && { [contentType]: {} }
      : { [contentType ?? json]: { schema: flat(schema) } };
  return {
    description,
    ...(described.length === 0 ? {} : { headers: Object.fromEntries(described) }),
    ...(content ? { content } : {}),
  };
}

function problemAnswer(description: string): JsonSchema {
  const schema = flat(published('error'));
  return { description, content: { 'application/problem+json': { schema } } };
}
