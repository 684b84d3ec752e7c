import type { PreviewRequest } from '#server/services/types.ts';
import type { Operation } from '../operation.ts';
import { problemsOf } from '../problemList.ts';
import {
  GraphSchemas,
  Preview,
  PreviewRequest as requestShape,
  Profile,
  ProfileRequest,
  SchemasRequest,
} from '../shapes/previews.ts';

const refuses = [409, 413, 415, 422, 504];

/** Looks at wires, before or after a run. */
export const previews: readonly Operation[] = [
  {
    id: 'previewRows',
    method: 'post',
    path: '/api/previews',
    summary: 'The first rows, or the value, at a node’s port. Nothing is trained for a look.',
    body: { kind: 'json', schema: requestShape, exact: true },
    success: [{ status: 200, description: 'What is there.', schema: Preview }],
    refuses,
    handle: async ({ services, actor, body, signal }) => ({
      json: await services.previews.rows(actor, { ...(body as PreviewRequest), signal }),
    }),
  },
  {
    id: 'previewProfile',
    method: 'post',
    path: '/api/previews/profile',
    summary: 'Each column at a glance: missing values, distinct values, figures.',
    body: { kind: 'json', schema: ProfileRequest, exact: true },
    success: [{ status: 200, description: 'The columns.', schema: Profile }],
    refuses,
    handle: async ({ services, actor, body, signal }) => ({
      json: await services.previews.profile(actor, { ...(body as PreviewRequest), signal }),
    }),
  },
  {
    id: 'previewSchemas',
    method: 'post',
    path: '/api/previews/schemas',
    summary: 'The columns of every wire before anything runs, and what is wrong.',
    body: { kind: 'json', schema: SchemasRequest, exact: true },
    success: [{ status: 200, description: 'By node and port.', schema: GraphSchemas }],
    refuses,
    handle: async (call) => {
      const request = { ...(call.body as PreviewRequest), signal: call.signal };
      const { outputs, problems } = await call.services.previews.schemas(call.actor, request);
      const named = await problemsOf(call, problems, request.document);
      return { json: { outputs, problems: named } };
    },
  },
];
