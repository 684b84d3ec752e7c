import type { ReadOptions } from '#server/services/types.ts';
import { downloadHeaders, sendStream } from '../download.ts';
import type { Operation } from '../operation.ts';
import { list } from '../shapes/build.ts';
import { uploadOf } from '../upload.ts';
import {
  DatasetInspection,
  DatasetRecord,
  DatasetUse,
  InspectRequest,
  SampleSummary,
} from '../shapes/datasets.ts';

/** Files brought in. */
export const datasets: readonly Operation[] = [
  {
    id: 'listDatasets',
    method: 'get',
    path: '/api/datasets',
    summary: 'Data sets, newest first.',
    success: [{ status: 200, description: 'All of them.', schema: list(DatasetRecord) }],
    handle: async ({ services, actor }) => ({ json: await services.datasets.list(actor) }),
  },
  {
    id: 'uploadDataset',
    method: 'post',
    path: '/api/datasets',
    summary:
      'Keeps the bytes of the request’s body. An upload that breaks off, or that is no table, leaves nothing.',
    query: {
      name: { description: 'The file’s name.', schema: { type: 'string' }, required: true },
    },
    body: { kind: 'stream' },
    success: [{ status: 201, description: 'It is kept.', schema: DatasetRecord }],
    refuses: [400, 413, 422, 507],
    handle: async ({ services, actor, query, request, signal }) => {
      const stream = uploadOf(request);
      try {
        const upload = { name: String(query['name']), stream, signal };
        const dataset = await services.datasets.upload(actor, upload);
        return { status: 201, json: dataset, headers: { Location: `/api/datasets/${dataset.id}` } };
      } finally {
        stream.destroy();
      }
    },
  },
  {
    id: 'listSamples',
    method: 'get',
    path: '/api/samples',
    summary: 'Tables that come with the product.',
    success: [{ status: 200, description: 'All of them.', schema: list(SampleSummary) }],
    handle: ({ services, actor }) => ({ json: services.datasets.samples(actor) }),
  },
  {
    id: 'importSample',
    method: 'post',
    path: '/api/samples/{name}',
    summary: 'Keeps one of them as a data set.',
    success: [{ status: 201, description: 'It is kept.', schema: DatasetRecord }],
    refuses: [404],
    handle: async ({ services, actor, params }) => {
      const dataset = await services.datasets.importSample(actor, params['name']!);
      return { status: 201, json: dataset, headers: { Location: `/api/datasets/${dataset.id}` } };
    },
  },
  {
    id: 'getDataset',
    method: 'get',
    path: '/api/datasets/{id}',
    summary: 'What is known of a data set.',
    success: [{ status: 200, description: 'The data set.', schema: DatasetRecord }],
    refuses: [404],
    handle: async ({ services, actor, params }) => ({
      json: await services.datasets.get(actor, params['id']!),
    }),
  },
  {
    id: 'deleteDataset',
    method: 'delete',
    path: '/api/datasets/{id}',
    summary: 'Removes a data set that no pipeline names.',
    success: [{ status: 204, description: 'It is gone.' }],
    refuses: [404, 409],
    handle: async ({ services, actor, params }) => {
      await services.datasets.remove(actor, params['id']!);
      return { status: 204 };
    },
  },
  {
    id: 'downloadDataset',
    method: 'get',
    path: '/api/datasets/{id}/content',
    summary: 'The file, byte for byte.',
    success: [{ status: 200, description: 'The file.', contentType: 'application/octet-stream' }],
    refuses: [404],
    handle: async ({ services, actor, params, response }) => {
      const dataset = await services.datasets.get(actor, params['id']!);
      const content = await services.datasets.content(actor, dataset.id);
      response.set(downloadHeaders(dataset.name, 'application/octet-stream'));
      response.set('Content-Length', String(dataset.bytes));
      await sendStream(response, content);
    },
  },
  {
    id: 'listDatasetUses',
    method: 'get',
    path: '/api/datasets/{id}/pipelines',
    summary: 'The pipelines that name a data set.',
    success: [{ status: 200, description: 'Their ids and names.', schema: list(DatasetUse) }],
    refuses: [404],
    handle: async ({ services, actor, params }) => ({
      json: await services.datasets.whereUsed(actor, params['id']!),
    }),
  },
  {
    id: 'inspectDataset',
    method: 'post',
    path: '/api/datasets/{id}/inspection',
    summary: 'Reads a data set’s first rows and says what was found out about it.',
    body: { kind: 'json', schema: InspectRequest, optional: true },
    success: [
      { status: 200, description: 'Columns, rows and findings.', schema: DatasetInspection },
    ],
    refuses: [404, 415, 422, 504],
    handle: async ({ services, actor, params, body, signal }) => {
      const { read, limit } = body as { read?: ReadOptions; limit?: number };
      const options = {
        ...(read === undefined ? {} : { read }),
        ...(limit === undefined ? {} : { limit }),
        signal,
      };
      return { json: await services.datasets.inspect(actor, params['id']!, options) };
    },
  },
];
