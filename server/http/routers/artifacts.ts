import { downloadHeaders, sendStream } from '../download.ts';
import type { Operation } from '../operation.ts';

/** Bytes by their hash. */
export const artifacts: readonly Operation[] = [
  {
    id: 'getArtifact',
    method: 'get',
    path: '/api/artifacts/{hash}',
    summary: 'Stored bytes, such as a saved table. The same hash is the same bytes for ever.',
    query: {
      name: { description: 'The name to save them under.', schema: { type: 'string' } },
    },
    success: [{ status: 200, description: 'The bytes.', contentType: 'application/octet-stream' }],
    refuses: [404],
    handle: async ({ services, actor, params, query, request, response }) => {
      const hash = params['hash']!;
      const { stream, bytes, contentType } = await services.artifacts.read(actor, hash);
      response.set({
        ...downloadHeaders(String(query['name'] ?? hash), contentType),
        'Content-Length': String(bytes),
        'Cache-Control': 'private, max-age=31536000, immutable',
        ETag: `"${hash}"`,
      });
      if (request.fresh || request.method === 'HEAD') {
        stream.destroy();
        response.status(request.fresh ? 304 : 200).end();
        return;
      }
      await sendStream(response, stream);
    },
  },
];
