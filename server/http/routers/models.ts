import type { ModelService } from '#server/services/types.ts';
import type { Fields, Operation } from '../operation.ts';
import { list } from '../shapes/build.ts';
import {
  ModelDetail,
  ModelSummary,
  PredictAnswer,
  PredictRequest,
  SavedTable,
  ScoreRequest,
} from '../shapes/models.ts';
import { uploadOf } from '../upload.ts';
import { modelsKept } from './modelsKept.ts';

type ScoreJob = Parameters<ModelService['score']>[2];
type ScoreFileJob = Parameters<ModelService['scoreFile']>[2];

/** How the answers are written. */
const asWritten: Fields = {
  format: {
    description: 'Default csv.',
    schema: { type: 'string', enum: ['csv', 'parquet', 'json'] },
  },
  spreadsheet: {
    description: 'Of a CSV: written as spreadsheets of this language read it, with names in it.',
    schema: { type: 'string', enum: ['en', 'pt-BR'] },
  },
};

/** Trained models, answering from raw rows. */
export const models: readonly Operation[] = [
  {
    id: 'listModels',
    method: 'get',
    path: '/api/models',
    summary: 'Trained models, newest first.',
    query: {
      trashed: { description: 'Those in the trash instead.', schema: { type: 'boolean' } },
    },
    success: [{ status: 200, description: 'All of them.', schema: list(ModelSummary) }],
    handle: async ({ services, actor, query }) => ({
      json: await services.models.list(actor, { trashed: query['trashed'] === true }),
    }),
  },
  {
    id: 'getModel',
    method: 'get',
    path: '/api/models/{id}',
    summary: 'What a model takes and answers.',
    success: [
      { status: 200, description: 'Its signature and how it came about.', schema: ModelDetail },
    ],
    refuses: [404],
    handle: async ({ services, actor, params }) => ({
      json: await services.models.get(actor, params['id']!),
    }),
  },
  ...modelsKept,
  {
    id: 'predict',
    method: 'post',
    path: '/api/models/{id}/predict',
    summary: 'Answers raw rows one by one.',
    body: { kind: 'json', schema: PredictRequest },
    success: [{ status: 200, description: 'In the order of the rows.', schema: PredictAnswer }],
    refuses: [404, 413, 415, 422],
    handle: async ({ services, actor, params, body }) => {
      const { rows } = body as { rows: readonly unknown[] };
      return { json: { predictions: await services.models.predict(actor, params['id']!, rows) } };
    },
  },
  {
    id: 'scoreDataset',
    method: 'post',
    path: '/api/models/{id}/score',
    summary: 'Predicts for every row of a data set; the table with the answers is an artifact.',
    body: { kind: 'json', schema: ScoreRequest },
    success: [{ status: 200, description: 'Where the table is.', schema: SavedTable }],
    refuses: [404, 415, 422],
    handle: async ({ services, actor, params, body, signal }) => {
      const job = { ...(body as ScoreJob), signal };
      return { json: await services.models.score(actor, params['id']!, job) };
    },
  },
  {
    id: 'scoreFile',
    method: 'post',
    path: '/api/models/{id}/score-file',
    summary: 'The same for the request’s body, of which nothing else is kept.',
    query: {
      name: { description: 'The file’s name.', schema: { type: 'string' }, required: true },
      ...asWritten,
    },
    body: { kind: 'stream' },
    success: [{ status: 200, description: 'Where the table is.', schema: SavedTable }],
    refuses: [400, 404, 413, 422, 507],
    handle: async ({ services, actor, params, query, request, signal }) => {
      const stream = uploadOf(request);
      try {
        const job = { ...query, stream, signal } as ScoreFileJob;
        return { json: await services.models.scoreFile(actor, params['id']!, job) };
      } finally {
        stream.destroy();
      }
    },
  },
];
