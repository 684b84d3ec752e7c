import type { Operation } from '../operation.ts';
import { list, published } from '../shapes/build.ts';
import { AnySchema, Health, SchemaNames } from '../shapes/system.ts';

/** Whether the server is well, and what it publishes about itself. */
export const system: readonly Operation[] = [
  {
    id: 'getHealth',
    method: 'get',
    path: '/api/health',
    summary: 'Whether the server is well, and how busy it is.',
    success: [{ status: 200, description: 'It is well.', schema: Health }],
    handle: ({ services }) => ({
      json: { status: 'ok', ...services.health() },
      headers: { 'Cache-Control': 'no-store' },
    }),
  },
  {
    id: 'listNodeTypes',
    method: 'get',
    path: '/api/nodes',
    summary: 'Every node type: ports, params as JSON Schema, words in both languages.',
    success: [
      { status: 200, description: 'In a stable order.', schema: list(published('node-type')) },
    ],
    handle: async ({ services, actor }) => ({ json: await services.catalogue.nodes(actor) }),
  },
  {
    id: 'listSchemas',
    method: 'get',
    path: '/api/schemas',
    summary: 'The names of the published JSON Schemas.',
    success: [{ status: 200, description: 'The names.', schema: SchemaNames }],
    handle: ({ services, actor }) => ({ json: services.catalogue.schemaNames(actor) }),
  },
  {
    id: 'getSchema',
    method: 'get',
    path: '/api/schemas/{name}',
    summary: 'A published JSON Schema.',
    success: [{ status: 200, description: 'The schema.', schema: AnySchema }],
    refuses: [404],
    handle: ({ services, actor, params }) => ({
      json: services.catalogue.schema(actor, params['name']!),
      headers: { 'Content-Type': 'application/schema+json; charset=utf-8' },
    }),
  },
  {
    id: 'getOpenApi',
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This description.',
    success: [
      {
        status: 200,
        description: 'OpenAPI 3.1.',
        schema: AnySchema,
      },
    ],
    // Read when somebody asks: it is made of every operation, this one included.
    handle: async ({ services }) => {
      const { openApiDocument } = await import('../openapi/document.ts');
      return { json: openApiDocument(services.health().version) };
    },
  },
];
