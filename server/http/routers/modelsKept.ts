import type { Operation } from '../operation.ts';
import { list } from '../shapes/build.ts';
import { ModelRename, ModelSummary, ModelUse } from '../shapes/models.ts';

const done = { status: 204, description: 'It is done.' } as const;

/** What can be done with a model besides asking it. */
export const modelsKept: readonly Operation[] = [
  {
    id: 'renameModel',
    method: 'patch',
    path: '/api/models/{id}',
    summary: 'Gives a model a name of its own.',
    body: { kind: 'json', schema: ModelRename },
    success: [{ status: 200, description: 'As it is called now.', schema: ModelSummary }],
    refuses: [404, 415, 422],
    handle: async ({ services, actor, params, body }) => {
      const { label } = body as { label: string };
      return { json: await services.models.rename(actor, params['id']!, label) };
    },
  },
  {
    id: 'listModelUses',
    method: 'get',
    path: '/api/models/{id}/pipelines',
    summary: 'The pipelines that name a model.',
    success: [{ status: 200, description: 'Their ids and names.', schema: list(ModelUse) }],
    refuses: [404],
    handle: async ({ services, actor, params }) => ({
      json: await services.models.whereUsed(actor, params['id']!),
    }),
  },
  {
    id: 'trashModel',
    method: 'post',
    path: '/api/models/{id}/trash',
    summary: 'Puts a model that no pipeline names into the trash.',
    success: [done],
    refuses: [404, 409],
    handle: async ({ services, actor, params }) => {
      await services.models.trash(actor, params['id']!);
      return { status: 204 };
    },
  },
  {
    id: 'restoreModel',
    method: 'post',
    path: '/api/models/{id}/restore',
    summary: 'Takes a model out of the trash.',
    success: [done],
    refuses: [404],
    handle: async ({ services, actor, params }) => {
      await services.models.restore(actor, params['id']!);
      return { status: 204 };
    },
  },
  {
    id: 'deleteModel',
    method: 'delete',
    path: '/api/models/{id}',
    summary: 'Deletes a model that no pipeline names; the run that trained it stays.',
    success: [done],
    refuses: [404, 409],
    handle: async ({ services, actor, params }) => {
      await services.models.remove(actor, params['id']!);
      return { status: 204 };
    },
  },
];
