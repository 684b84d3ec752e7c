import type { Operation } from '../operation.ts';
import { OpenedBundle } from '../shapes/bundles.ts';
import { uploadOf } from '../upload.ts';

/** Pipelines that come with their data in one archive. */
export const bundles: readonly Operation[] = [
  {
    id: 'openBundle',
    method: 'post',
    path: '/api/bundles',
    summary:
      'Keeps the data sets of an archive and gives its document, which is not saved. Nothing is kept of an archive that is damaged.',
    body: { kind: 'stream' },
    success: [{ status: 200, description: 'What was in it.', schema: OpenedBundle }],
    refuses: [400, 413, 422, 507],
    handle: async ({ services, actor, request }) => {
      const stream = uploadOf(request);
      try {
        return { json: await services.bundles.open(actor, stream) };
      } finally {
        stream.destroy();
      }
    },
  },
];
